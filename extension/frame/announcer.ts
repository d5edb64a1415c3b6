// What a screen reader is told. The region stands in the frame and not in the page:
// a page's window.find() searches closed shadow roots, and would learn the verdict.

interface Announcement {
  t?: unknown;
  text?: unknown;
}

/** Long enough for a screen reader to notice that the region was emptied first. */
const SPEAK_AFTER_MS = 60;

export class Announcer {
  private readonly region = document.createElement("div");

  constructor() {
    this.region.className = "announcer";
    this.region.setAttribute("aria-live", "polite");
    document.body.append(this.region);
  }

  /** True for a message that is for the screen reader and not for the page script. */
  takes(message: unknown): boolean {
    const { t, text } = (message ?? {}) as Announcement;
    if (t !== "announce") return false;
    this.region.textContent = "";
    setTimeout(() => (this.region.textContent = typeof text === "string" ? text : ""), SPEAK_AFTER_MS);
    return true;
  }
}
