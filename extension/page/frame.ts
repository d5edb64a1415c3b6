// The Primum frame: an extension page in an iframe that is made once and never
// moved in the tree (moving would reload it). Its popover stands in the top
// layer without taking the focus; for the pause its <dialog> becomes modal,
// which makes the page inert.
import { document } from "./document";
import { askNonce, frameUrl, isAlive } from "./browser";
import { FallbackChip } from "./chip";
import { guarded } from "./guard";
import { parseFrameMessage, type Direction, type FrameMessage, type PageMessage, type Scheme, type View } from "./protocol";
import type { Area } from "./marks/rects";
import { Patience } from "./patience";
import { at, setStyles } from "./styles";

/** Making the frame, loading WASM and its first word; longer than this is "dead" (budget: 60 ms). */
const START_MS = 4000;
/** A frame that was there already has everything in the cache; a clinician may be waiting in its dialog. */
const RESTART_MS = 2500;
/** A frame that served this long was sound: when it fails, it may be replaced again. */
const SOUND_MS = 10 * 60_000;
/** A frame that keeps reloading is not coming back. */
const MAX_STARTS = 4;

const CLEAR = { border: "none", margin: "0", padding: "0", background: "transparent", "max-width": "none", "max-height": "none" };

export type FrameState = "off" | "starting" | "ready" | "dead";

export interface FrameEvents {
  ready(): void;
  heard(message: FrameMessage): void;
  /** The frame failed and is being made anew. */
  replaced(): void;
  lost(): void;
}

export class Frame {
  readonly chip = new FallbackChip();
  state: FrameState = "off";
  view: View = "none";
  /** The key that closed the dialog is released over the page, which did not hear it pressed. */
  justClosed = false;
  private readonly layer = document.createElement("div");
  private readonly dialog = document.createElement("dialog");
  private readonly patience = new Patience(() => this.state === "ready" && this.fail());
  private iframe = document.createElement("iframe");
  private port: MessagePort | null = null;
  /** Whom the port was given; another window in the same element is another document. */
  private partner: Window | null = null;
  private replacedAt: number | null = null;
  private starts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ShadowRoot, private readonly events: FrameEvents) {
    this.layer.popover = "manual";
    setStyles(this.layer, { ...CLEAR, position: "fixed", inset: "0 auto auto 0", width: "0", height: "0", overflow: "visible", "pointer-events": "none" });
    setStyles(this.dialog, { ...CLEAR, display: "block", position: "fixed", overflow: "hidden", "pointer-events": "auto" });
    // Escape would close the dialog behind the frame's back.
    this.dialog.addEventListener("cancel", (e) => {
      e.preventDefault();
      this.send({ t: "escape" });
    });
    this.layer.append(this.dialog, this.chip.element);
    root.append(this.layer);
    this.size(0, 0);
  }

  /** Makes the frame on first need; a page without a draft never pays for it. */
  start(): void {
    if (this.state !== "off" || !isAlive()) return;
    this.state = "starting";
    this.waitForConfig(START_MS);
    this.openLayer();
    this.load();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.disconnect();
    this.iframe.remove();
    this.iframe.removeAttribute("src");
    this.chip.hide();
    this.state = "off";
  }

  send(message: PageMessage): void {
    if (!this.port) return;
    this.port.postMessage(message);
    this.patience.sent(message);
  }

  /** The frame does not work: it is made anew, once, and told everything again. */
  private fail(): void {
    if (this.state === "dead" || this.state === "off") return;
    const isWorn = this.replacedAt !== null && Date.now() - this.replacedAt < SOUND_MS;
    if (isWorn || !isAlive()) return this.giveUp();
    this.replacedAt = Date.now();
    this.starts = 0;
    this.disconnect();
    if (!this.isModal) this.show("none");
    this.state = "starting";
    this.waitForConfig(RESTART_MS);
    this.load();
    this.events.replaced();
  }

  /** The frame will not be heard from again; the page script's own chip takes over. */
  giveUp(): void {
    if (this.state === "dead" || this.state === "off") return;
    clearTimeout(this.timer);
    this.disconnect();
    this.show("none");
    this.state = "dead";
    this.events.lost();
  }

  private slot = "";
  private scheme: Scheme = "light";

  private load(): void {
    this.iframe.remove();
    const iframe = document.createElement("iframe");
    this.iframe = iframe;
    setStyles(iframe, { ...CLEAR, display: "block", width: "100%", height: "100%", "color-scheme": this.scheme });
    iframe.title = "Primum";
    iframe.setAttribute("credentialless", ""); // Else an embedder policy (COEP) keeps it out, or tells the site of it.
    iframe.addEventListener("load", () => {
      if (iframe === this.iframe) void this.connect();
    });
    this.slot = crypto.randomUUID();
    iframe.src = frameUrl(this.slot);
    this.dialog.append(iframe);
  }

  private waitForConfig(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fail(), ms);
  }

  /** Runs at every load: the host may have been taken out and put back, which reloads the frame. */
  private async connect(): Promise<void> {
    this.starts += 1;
    this.disconnect();
    if (this.state === "dead" || this.state === "off") return;
    if (this.starts > MAX_STARTS) return this.giveUp();
    this.state = "starting";
    this.waitForConfig(this.starts > 1 || this.replacedAt !== null ? RESTART_MS : START_MS);
    const { iframe } = this;
    const nonce = await askNonce(this.slot);
    // Given up or replaced meanwhile.
    if (this.state !== "starting" || iframe !== this.iframe) return;
    const target = iframe.contentWindow;
    if (!nonce || !target) return this.fail();
    this.openLayer();
    this.partner = target;
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = guarded((event: MessageEvent) => this.hear(event.data), undefined);
    // Where the browser tells that the other end died (its process, its document), do not wait to find out.
    port1.addEventListener("close", () => this.broken(port1));
    target.postMessage({ primum: nonce }, new URL(chrome.runtime.getURL("")).origin, [port2]);
    this.events.ready();
  }

  /** Presses stay held while the frame comes back; it is told of them again when it does. */
  private broken(port: MessagePort): void {
    if (this.port !== port) return;
    // The same window without its port: the document closed it, or its process is gone.
    if (this.iframe.contentWindow === this.partner) return this.fail();
    // The host was taken out and put back: the same frame is loading again.
    this.disconnect();
    this.state = "starting";
    this.waitForConfig(RESTART_MS);
  }

  private disconnect(): void {
    this.patience.clear();
    this.port?.close();
    this.port = null;
  }

  private hear(data: unknown): void {
    const message = parseFrameMessage(data);
    if (!message) return;
    this.patience.heard(message);
    // The frame's core trapped; it will never be called again.
    if (message.t === "ended") return this.fail();
    if (message.t === "config" && this.state === "starting") {
      clearTimeout(this.timer);
      this.state = "ready";
    }
    this.events.heard(message);
  }

  // --- what is seen -------------------------------------------------------

  get isModal(): boolean {
    return this.dialog.matches(":modal");
  }

  setLook(scheme: Scheme, dir: Direction): void {
    // An iframe whose scheme differs from its page's would be painted opaque.
    this.scheme = scheme;
    setStyles(this.iframe, { "color-scheme": scheme });
    this.layer.dir = dir;
  }

  show(view: View): void {
    this.view = view;
    this.openLayer();
    if (view === "pause") return this.openModal();
    this.closeModal();
    if (view === "none") this.size(0, 0);
  }

  /** Puts the popover back where the page (or a reattached host) closed it. */
  openLayer(): void {
    if (this.layer.isConnected && !this.layer.matches(":popover-open")) this.layer.showPopover();
  }

  place(area: Area): void {
    setStyles(this.dialog, at(area.left, area.top));
    this.size(area.right - area.left, area.bottom - area.top);
  }

  placeChip(area: Area): void {
    setStyles(this.chip.element, at(area.left, area.top));
  }

  private size(width: number, height: number): void {
    setStyles(this.dialog, { width: `${width}px`, height: `${height}px`, visibility: width > 0 ? "visible" : "hidden" });
  }

  private openModal(): void {
    setStyles(this.dialog, { ...at(0, 0), width: "100vw", height: "100vh", visibility: "visible" });
    // A host that was taken out and put back has left the top layer with `open` still set.
    if (!this.isModal && this.dialog.open) this.dialog.close();
    if (!this.isModal && this.dialog.isConnected) this.dialog.showModal();
    this.iframe.focus({ preventScroll: true });
  }

  /** The page is inert under the dialog: an inert editor takes no text, an inert control no press. */
  leaveModal(): void {
    if (this.isModal) this.show("none");
  }

  private closeModal(): void {
    if (!this.dialog.open) return;
    this.justClosed = true;
    this.dialog.close();
  }
}
