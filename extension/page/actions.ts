// Connection requests: accepting or sending one is asked about where policy
// wants it. Who the other person is stays on the page and is never read.
import { document } from "./document";
import { isLabel, labelOf, type Anchors } from "./anchors";
import type { ActionKind, Decision, PageMessage, Site } from "./protocol";
import { accountOnFacebook, accountOnX } from "./account";

const PRESSABLE = "button, [role='button']";
/** Rows are shallow; climbing further would find another row's link. */
const ROW_DEPTH = 8;

export interface ActionsHost {
  anchors(): Anchors;
  send(message: PageMessage): void;
  /** Whether policy wants to be asked; unknown until the frame has told. Asking wakes the frame. */
  wanted(): boolean | "unknown";
  replay(act: () => void): void;
  nextPress(): number;
  wait_ms(): number;
}

/** The first click of a page may have to wait for the frame to be made. */
const START_MS = 1500;

interface Waiting {
  control: HTMLElement;
  action: ActionKind;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Actions {
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly site: Site, private readonly host: ActionsHost) {}

  /** True when the click is kept until the frame has decided. */
  clicked(path: EventTarget[]): boolean {
    const control = path.find((p): p is HTMLElement => p instanceof HTMLElement && p.matches(PRESSABLE));
    if (!control) return false;
    if ([...this.waiting.values()].some((w) => w.control === control)) return true;
    const action = this.kindOf(control);
    return action !== null && this.ask(action, control);
  }

  private ask(action: ActionKind, control: HTMLElement): boolean {
    const wanted = this.host.wanted();
    if (wanted === false) return false;
    const press = this.host.nextPress();
    this.waiting.set(press, { control, action, timer: undefined });
    if (wanted === true) this.send(press);
    else this.releaseIn(press, START_MS);
    return true;
  }

  private send(press: number): void {
    const waiting = this.waiting.get(press);
    if (!waiting) return;
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
    for (const press of [...this.waiting.keys()]) {
      if (wanted === true) this.send(press);
      else this.decided(press, "post");
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
    if (decision === "post" && waiting.control.isConnected) this.host.replay(() => waiting.control.click());
  }

  /** The frame is gone: nothing may stay held. */
  release(): void {
    for (const press of [...this.waiting.keys()]) this.decided(press, "post");
  }

  private kindOf(control: Element): ActionKind | null {
    const anchors = this.host.anchors();
    if (this.site === "x") return kindOnX(anchors, control);
    return this.site === "facebook" ? kindOnFacebook(anchors, control) : null;
  }
}

function kindOnX(anchors: Anchors, control: Element): ActionKind | null {
  if (control.matches(anchors.x.follow_accept)) return "follow_accept";
  const inRequests = location.pathname.startsWith(anchors.x.follow_requests_url);
  if (inRequests && control.matches(anchors.x.follow_back)) return "follow_back";
  return null;
}

function kindOnFacebook(anchors: Anchors, control: Element): ActionKind | null {
  const label = labelOf(control);
  if (isLabel(anchors, "friend_add", label)) return "friend_add";
  if (!isLabel(anchors, "friend_accept", label)) return null;
  // "Confirm" stands in many dialogs: only on the friends pages or in a request's row does it accept.
  if (location.pathname.startsWith(anchors.facebook.friends_url) && !control.closest("[role='dialog']")) return "friend_accept";
  let row: Element | null = control;
  for (let depth = 0; row && depth < ROW_DEPTH; depth += 1) row = row.parentElement;
  const near = row?.contains(control) && row !== document.body ? row.querySelector(anchors.facebook.friend_row) : null;
  return near ? "friend_accept" : null;
}
