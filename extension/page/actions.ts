// Connection requests: accepting or sending one is asked about where policy
// wants it. Who the other person is stays on the page and is never read.
// Searches and reactions are only told of, and only while a reminder is on.
import { document } from "./document";
import type { Anchors } from "./anchors";
import { connectionAt, reactsAt, searchesAt } from "./connections";
import type { ActionKind, Decision, PageMessage, Site } from "./protocol";
import { accountOnFacebook, accountOnX } from "./account";

const PRESSABLE = "button, [role='button']";

export interface ActionsHost {
  anchors(): Anchors;
  send(message: PageMessage): void;
  /** Whether policy wants to be asked; unknown until the frame has told. Asking wakes the frame. */
  wanted(): boolean | "unknown";
  replay(act: () => void): void;
  nextPress(): number;
  wait_ms(): number;
  /** Whether searches and reactions are to be told of. */
  reminded(): boolean;
}

/** The first click of a page may have to wait for the frame to be made. */
const START_MS = 1500;

interface Waiting {
  control: HTMLElement;
  action: ActionKind;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Asked about already: a later config does not ask again. */
  isSent: boolean;
}

export class Actions {
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly site: Site, private readonly host: ActionsHost) {}

  /** True when the click is kept until the frame has decided. */
  clicked(path: EventTarget[]): boolean {
    const control = path.find((p): p is HTMLElement => p instanceof HTMLElement && p.matches(PRESSABLE));
    if (!control) return false;
    if ([...this.waiting.values()].some((w) => w.control === control)) return true;
    const anchors = this.host.anchors();
    const action = connectionAt(this.site, anchors, control);
    if (action !== null) return this.ask(action, control);
    if (this.host.reminded() && reactsAt(this.site, anchors, control)) this.tell("engage");
    return false;
  }

  /** Enter in a site's search field; what stands in it is not read. */
  searched(path: EventTarget[]): void {
    const [field] = path;
    if (!(field instanceof Element) || !this.host.reminded()) return;
    if (searchesAt(this.site, this.host.anchors(), field)) this.tell("search");
  }

  private tell(action: ActionKind): void {
    this.host.send({ t: "action", action, press: 0, account: null });
  }

  private ask(action: ActionKind, control: HTMLElement): boolean {
    const wanted = this.host.wanted();
    if (wanted === false) return false;
    const press = this.host.nextPress();
    this.waiting.set(press, { control, action, timer: undefined, isSent: false });
    if (wanted === true) this.send(press);
    else this.releaseIn(press, START_MS);
    return true;
  }

  private send(press: number): void {
    const waiting = this.waiting.get(press);
    if (!waiting) return;
    waiting.isSent = true;
    const anchors = this.host.anchors();
    const account = this.site === "x" ? accountOnX(anchors, document.documentElement) : accountOnFacebook(anchors, "");
    this.host.send({ t: "action", action: waiting.action, press, account });
    this.releaseIn(press, this.host.wait_ms());
  }

  /** No answer is no objection: connecting is not posting. */
  private releaseIn(press: number, ms: number): void {
    const waiting = this.waiting.get(press);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(() => this.decided(press, "post"), ms);
  }

  /** The policy is known now: what waited for it is asked about or let go. */
  configured(): void {
    const wanted = this.host.wanted();
    for (const [press, { isSent }] of [...this.waiting]) {
      if (wanted !== true) this.decided(press, "post");
      else if (!isSent) this.send(press);
    }
  }

  /** The frame is asking the clinician: from now on there is no hurry. */
  pausing(): void {
    for (const waiting of this.waiting.values()) clearTimeout(waiting.timer);
  }

  decided(press: number, decision: Decision): void {
    const waiting = this.waiting.get(press);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.waiting.delete(press);
    if (!waiting.control.isConnected) return;
    if (decision === "post") this.host.replay(() => waiting.control.click());
    else waiting.control.focus({ preventScroll: true });
  }

  /** The frame is gone: nothing may stay held. */
  release(): void {
    for (const press of [...this.waiting.keys()]) this.decided(press, "post");
  }
}
