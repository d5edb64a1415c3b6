// The one element Primum adds to a page: a host with a random name, outside the
// editors, whose closed shadow root holds the marks, the fallback
// chip and the frame. The page can remove or restyle the host; an
// observer puts it back, and gives up after some times instead of fighting.
import { Curtain } from "./curtain";
import { document } from "./document";
import { guarded } from "./guard";
import { setStyles, zoomOf, type Styles } from "./styles";

/** The highest z-index there is: a page's own dialogs use large ones. */
const TOP = "2147483647";
/** A page that undoes us more often than this does it on purpose. */
const MAX_FOREIGN_CHANGES = 12;

const HOST: Styles = {
  all: "initial", display: "block", position: "fixed", top: "0", left: "0", width: "0", height: "0",
  "z-index": TOP, visibility: "visible", opacity: "1", transform: "none", filter: "none", "pointer-events": "none",
  clip: "auto", "clip-path": "none",
};
const MARKS: Styles = { position: "fixed", top: "0", left: "0", width: "0", height: "0", "pointer-events": "none" };

function randomName(): string {
  const letters = crypto.getRandomValues(new Uint8Array(10));
  return [...letters].map((n) => String.fromCharCode(97 + (n % 26))).join("");
}

export class Layer {
  readonly host = document.createElement(`${randomName()}-${randomName()}`);
  readonly root = this.host.attachShadow({ mode: "closed" });
  readonly marks = document.createElement("div");
  private readonly curtain = new Curtain((event) => this.isShown && this.owns(event));
  private readonly shield = new MutationObserver(guarded(() => this.restore(), undefined));
  private foreign = 0;
  private wanted = "";
  private zoom = "1";

  /** `defeated` is called once, when the page will not leave the host alone. */
  constructor(private readonly defeated: () => void) {
    setStyles(this.marks, MARKS);
    this.marks.setAttribute("aria-hidden", "true");
    // In a closed root of their own: nothing in it is ever an event's target, so whoever came into the
    // outer one (see curtain.ts; a page that was open before Primum was there) still sees no mark.
    const veil = document.createElement("div");
    veil.attachShadow({ mode: "closed" }).append(this.marks);
    this.root.append(veil);
  }

  get isShown(): boolean {
    return this.host.isConnected;
  }

  /** As early as can be: only what is heard before the page's own scripts can be kept from them. */
  start(): void {
    this.curtain.start();
  }

  show(): void {
    if (this.isShown || this.foreign > MAX_FOREIGN_CHANGES) return;
    this.attach();
  }

  /** What is placed here is placed in the window's pixels: a zoom of the root element's is undone. */
  fit(): void {
    const zoom = String(1 / zoomOf(document.documentElement));
    if (zoom === this.zoom) return;
    this.zoom = zoom;
    if (this.isShown) this.dress();
  }

  hide(): void {
    this.shield.disconnect();
    this.host.remove();
    this.curtain.stop();
  }

  /** True for events that happen in our own UI. */
  owns(event: Event): boolean {
    return event.composedPath().includes(this.host);
  }

  private attach(): void {
    for (const name of this.host.getAttributeNames()) this.host.removeAttribute(name);
    this.dress();
    if (this.host.parentNode !== document.documentElement) document.documentElement.append(this.host);
    this.shield.disconnect();
    this.shield.observe(document.documentElement, { childList: true });
    this.shield.observe(this.host, { attributes: true });
  }

  private dress(): void {
    setStyles(this.host, { ...HOST, zoom: this.zoom });
    this.wanted = this.host.getAttribute("style") ?? "";
  }

  private restore(): void {
    const untouched = this.host.isConnected && this.host.parentNode === document.documentElement
      && this.host.getAttribute("style") === this.wanted && this.host.getAttributeNames().length === 1;
    if (untouched) return;
    this.foreign += 1;
    if (this.foreign <= MAX_FOREIGN_CHANGES) return this.attach();
    this.hide();
    this.defeated();
  }
}
