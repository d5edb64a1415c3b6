// What the frame owes the page: an answer to every draft, a word on every held
// press. A frame that is silent for too long does not work, whatever it shows:
// its core may hang, or its process. Nothing is timed while nothing is owed.
import type { FrameMessage, PageMessage } from "./protocol";

/** The longest draft takes a tenth of this on a slow machine; a clinician waits no longer. */
const SILENCE_MS = 2000;

export class Patience {
  /** The newest revision of each box that was not answered yet. */
  private readonly drafts = new Map<number, number>();
  private isPressed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `over` is called once per silence. */
  constructor(private readonly over: () => void) {}

  sent(message: PageMessage): void {
    if (message.t === "draft") this.drafts.set(message.box, message.revision);
    else if (message.t === "press" || message.t === "action") this.isPressed = true;
    else if (message.t === "box" && message.state === "gone") this.drafts.delete(message.box);
    else return;
    if (!this.owes()) this.clear();
    else if (this.timer === undefined) this.wait();
  }

  /** Any word is a sign of life; the wait for what is still owed begins anew. */
  heard(message: FrameMessage): void {
    if (message.t === "answer" && message.revision >= (this.drafts.get(message.box) ?? 0)) this.drafts.delete(message.box);
    if (message.t === "decision" || (message.t === "view" && message.view === "pause")) this.isPressed = false;
    if (this.timer !== undefined) this.wait();
  }

  /** Another frame owes nothing yet. */
  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.drafts.clear();
    this.isPressed = false;
  }

  private owes(): boolean {
    return this.isPressed || this.drafts.size > 0;
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.owes()) return;
    this.timer = setTimeout(() => {
      this.clear();
      this.over();
    }, SILENCE_MS);
  }
}
