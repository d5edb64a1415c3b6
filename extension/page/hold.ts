// Every way of posting, caught on the window in the capture phase before the
// page hears of it: click and the pointer events before it, keys in the editor
// and on the control, a form's submit (platform facts §4). What to do with a
// press is decided elsewhere; here it is only recognised, kept, or let go.
import { isLaterPost } from "./composers/facebook";
import type { Anchors } from "./anchors";
import type { Box } from "./box";
import { guarded } from "./guard";
import type { Trigger } from "./protocol";

export interface Press {
  box: Box;
  trigger: Trigger;
  control: Element | null;
  /** The key as it was pressed, to be done again. */
  key?: KeyboardEventInit & { key: string };
  form?: { form: HTMLFormElement; submitter: HTMLElement | null };
}

export interface HoldEvents {
  boxes(): Box[];
  boxAt(path: EventTarget[]): Box | undefined;
  anchors(): Anchors;
  /** A press: true keeps the event from the page. */
  pressed(press: Press): boolean;
  /** Whether a press of this box would be kept now (asked for the events before the click). */
  wouldKeep(box: Box): boolean;
  /** A control that leads to a later dialog was pressed. */
  next(box: Box): void;
  /** Lets a press go that was kept in part. */
  letGo(press: Press): void;
  /** Anything else that was clicked: connection requests. True keeps it. */
  clicked(path: EventTarget[]): boolean;
  /** Enter was pressed somewhere that is no draft. */
  searched(path: EventTarget[]): void;
  /** Keys while our dialog is open, or in our own UI: true keeps them from the page. */
  ownsKey(event: KeyboardEvent): boolean;
}

const POINTER = ["pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend"];
const KEYS = ["keydown", "keypress", "keyup"];
const PRESSABLE = "button, [role='button'], input[type='submit'], [data-testid]";
/** The key code of "still composing" (IME), where isComposing is not set. */
const COMPOSING = 229;

export class Hold {
  private replaying = false;
  private started = false;
  /** Keys whose press was kept, so that their release is kept as well. */
  private readonly kept = new Set<string>();
  /** The control whose pointer events were kept: its click alone would be half a press. */
  private pointed: Element | null = null;

  constructor(private readonly events: HoldEvents) {}

  start(): void {
    if (this.started) return;
    this.started = true;
    for (const type of [...POINTER, ...KEYS, "click", "submit"]) {
      window.addEventListener(type, this.hear, { capture: true, passive: false });
    }
  }

  stop(): void {
    this.started = false;
    for (const type of [...POINTER, ...KEYS, "click", "submit"]) {
      window.removeEventListener(type, this.hear, { capture: true });
    }
    this.kept.clear();
  }

  /** Events made inside go through untouched. */
  replay(act: () => void): void {
    this.replaying = true;
    try {
      act();
    } finally {
      this.replaying = false;
    }
  }

  private readonly hear = guarded((event: Event): void => {
    if (this.replaying) return;
    if (event instanceof KeyboardEvent) return this.key(event);
    if (event.type === "submit") return this.submit(event as SubmitEvent);
    if (event.type === "click") return this.click(event);
    this.pointer(event);
  }, undefined);

  /** The box whose Post control the path runs through. */
  private find(path: EventTarget[]): { box: Box; control: Element } | null {
    const boxes = this.events.boxes();
    if (boxes.length === 0) return null;
    const elements = path.filter((p): p is Element => p instanceof Element && p.matches(PRESSABLE));
    for (const control of elements) {
      const box = boxes.find((b) => this.sends(b, control));
      if (box) return { box, control };
    }
    return null;
  }

  private sends(box: Box, control: Element): boolean {
    if (box.isConnected) return box.composer.isControl(control);
    return box.flow !== null && box.flow.until > Date.now() && isLaterPost(this.events.anchors(), control);
  }

  /**
   * A script's own pointer events pass: they post nothing by themselves, and keeping
   * them would tell the page the verdict without the clinician noticing.
   */
  private pointer(event: Event): void {
    if (!event.isTrusted) return;
    const found = this.find(event.composedPath());
    if (event.type === "pointerdown") this.pointed = null;
    if (!found || (this.pointed !== found.control && !this.events.wouldKeep(found.box))) return;
    this.pointed = found.control;
    // No preventDefault on touch: it would suppress the click that is to be asked about.
    keep(event, event.type.startsWith("mouse"));
  }

  private click(event: Event): void {
    const path = event.composedPath();
    const found = this.find(path);
    if (found) {
      const press: Press = { ...found, trigger: "click" };
      const wasPointed = this.pointed === found.control;
      this.pointed = null;
      if (this.events.pressed(press)) return keep(event);
      if (!wasPointed) return;
      // The answer came between pointer and click: the page hears the whole press now.
      keep(event);
      return this.events.letGo(press);
    }
    const next = this.nextAt(path);
    if (next) this.events.next(next);
    else if (this.events.clicked(path)) keep(event);
  }

  private nextAt(path: EventTarget[]): Box | undefined {
    const elements = path.filter((p): p is Element => p instanceof Element && p.matches(PRESSABLE));
    return this.events.boxes().find((box) => box.isConnected && elements.some((e) => box.composer.isNext(e)));
  }

  private submit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const box = this.events.boxes().find((b) => b.isConnected && b.composer.editors().some((e) => form.contains(e)));
    if (!box) return;
    const press: Press = { box, trigger: "submit", control: event.submitter, form: { form, submitter: event.submitter } };
    if (this.events.pressed(press)) keep(event);
  }

  private key(event: KeyboardEvent): void {
    if (this.events.ownsKey(event)) return event.stopImmediatePropagation();
    if (event.type !== "keydown") {
      if (this.kept.has(event.code)) keep(event);
      if (event.type === "keyup") this.kept.delete(event.code);
      return;
    }
    if (event.isComposing || event.keyCode === COMPOSING) return;
    if (event.repeat && this.kept.has(event.code)) return keep(event);
    const press = this.pressOf(event);
    if (!press) {
      if (this.pressesRequest(event)) {
        this.kept.add(event.code);
        keep(event);
      }
      return;
    }
    if ("next" in press) return this.events.next(press.next);
    if (!this.events.pressed(press)) return;
    this.kept.add(event.code);
    keep(event);
  }

  /** A request's control acts on Enter and Space too, and some do so before any click. */
  private pressesRequest(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    if (event.key === "Enter") this.events.searched(path);
    return (event.key === "Enter" || event.key === " ") && this.events.clicked(path.slice(0, 1));
  }

  private pressOf(event: KeyboardEvent): Press | { next: Box } | null {
    const path = event.composedPath();
    const key = keyOf(event);
    if (event.key === "Enter" || event.key === " ") {
      const found = this.find(path.slice(0, 1));
      if (found) return { ...found, trigger: "key" };
      const next = this.nextAt(path.slice(0, 1));
      if (next) return { next };
    }
    const box = this.events.boxAt(path);
    return box?.composer.isSendKey(event) ? { box, trigger: "key", control: null, key } : null;
  }
}

function keep(event: Event, prevent = true): void {
  if (prevent && event.cancelable) event.preventDefault();
  event.stopImmediatePropagation();
}

function keyOf(event: KeyboardEvent): KeyboardEventInit & { key: string } {
  const { key, code, keyCode, which, ctrlKey, metaKey, shiftKey, altKey } = event;
  return { key, code, keyCode, which, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true, composed: true };
}
