// A page with an extension's frame in it is never kept for "back" and "forward"
// (Chromium names the reason EmbedderExtensionFrame). So the frame goes when the
// page may be left, and comes back with the page, or when it was not left.
import type { Frame } from "./frame";

/** A page that is still here after this long was not left; a frame that is back early only costs its being kept. */
const STAY_MS = 3000;

export class Stay {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly frame: Frame, private readonly wake: () => void) {}

  /** The clinician is deciding in the dialog, or the frame is only starting: then it stays. */
  leaving(): void {
    if (this.frame.state !== "ready" || this.frame.isModal) return;
    this.frame.stop();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stayed(), STAY_MS);
  }

  /** The page was not left (a download, "stay on this page"), or came back. */
  stayed(): void {
    if (this.frame.state === "off") this.wake();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
