// Carries presses through the state machine: keeps time, asks the frame, and
// turns each effect into what the page and the clinician see.
import type { Anchors } from "./anchors";
import type { Box } from "./box";
import { step, type Effect, type HoldInput, type Known } from "./hold-state";
import type { Press } from "./hold";
import type { Decision, PageMessage, Verdict } from "./protocol";
import { pressAgain } from "./replay";
import { NOTICES } from "./notices";

/** How long a decided press may be done by hand without being asked again, should the site ignore ours. */
const ARMED_MS = 10_000;
/** A later dialog ("Post settings") is part of the same posting for this long. */
export const FLOW_MS = 10 * 60_000;

export interface HolderHost {
  anchors(): Anchors;
  config(): { wait_ms: number; fail: "open" | "closed" };
  /** Reads the box and sends what is new; says what is known of the newest revision. */
  sync(box: Box): Known;
  send(message: PageMessage): void;
  replay(act: () => void): void;
  /** Closes the dialog so that the page can be pressed again. */
  closePause(): void;
  returnTo(box: Box): void;
  notice(box: Box, text: string): void;
  nextPress(): number;
  /** A draft whose editor was gone already is posted: its box is done with. */
  finished(box: Box): void;
}

interface Held {
  press: Press;
  number: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Holder {
  private readonly held = new Map<number, Held>();

  constructor(private readonly host: HolderHost) {}

  /** True when the event must not reach the page. */
  pressed(press: Press): boolean {
    const { box } = press;
    const known = this.host.sync(box);
    if (this.isArmed(box)) {
      box.armed = null;
      return false;
    }
    const number = this.host.nextPress();
    const before = box.hold.s;
    const effect = this.step(box, { i: "press", press: number, revision: box.revision, known });
    if (before === "idle" && effect !== "pass" && effect !== "pass_not_checked") {
      this.held.set(box.id, { press, number, timer: undefined });
    }
    this.run(box, effect);
    return effect !== "pass" && effect !== "pass_not_checked";
  }

  /** A press that needs no question, of which the page has heard only a part. */
  letGo(press: Press): void {
    this.host.replay(() => pressAgain(press, this.host.anchors()));
  }

  wouldKeep(box: Box): boolean {
    const known = this.host.sync(box);
    if (box.hold.s !== "idle") return true;
    return !this.isArmed(box) && known !== "clear" && known !== "note" && !this.isLetGo(known);
  }

  private isLetGo(known: Known): boolean {
    return known === "not_checked" && this.host.config().fail === "open";
  }

  private isArmed(box: Box): boolean {
    return box.armed !== null && box.armed.revision === box.revision && box.armed.until > Date.now();
  }

  answered(box: Box, revision: number, verdict: Verdict): void {
    this.run(box, this.step(box, { i: "answer", revision, known: verdict }));
  }

  decided(press: number, decision: Decision): void {
    const found = [...this.held].find(([, held]) => held.number === press);
    if (!found) return;
    const { box } = found[1].press;
    this.host.closePause();
    const known = this.host.sync(box);
    this.run(box, this.step(box, { i: "decision", press, decision, revision: box.revision, known }));
  }

  frameLost(box: Box): void {
    this.run(box, this.step(box, { i: "frame_lost" }));
  }

  gone(box: Box): void {
    this.step(box, { i: "gone" });
    this.forget(box);
  }

  private step(box: Box, input: HoldInput): Effect {
    const { state, effect } = step(box.hold, input, this.host.config().fail);
    box.hold = state;
    return effect;
  }

  private forget(box: Box): void {
    clearTimeout(this.held.get(box.id)?.timer);
    this.held.delete(box.id);
  }

  private run(box: Box, effect: Effect): void {
    const held = this.held.get(box.id);
    switch (effect) {
      case "nothing":
      case "pass":
      case "swallow":
        return;
      case "pass_not_checked":
        return this.host.notice(box, NOTICES.posted_unchecked());
      case "wait":
        return this.wait(box, held);
      case "ask":
        return this.ask(box, held);
      case "replay":
        return this.again(box, held);
      case "replay_not_checked":
        this.again(box, held);
        return this.host.notice(box, NOTICES.posted_unchecked());
      default:
        return this.back(box, effect);
    }
  }

  private back(box: Box, effect: "refuse" | "return" | "return_lost"): void {
    this.forget(box);
    this.host.returnTo(box);
    if (effect === "refuse") this.host.notice(box, NOTICES.refused());
    if (effect === "return_lost") this.host.notice(box, NOTICES.lost());
  }

  private wait(box: Box, held: Held | undefined): void {
    if (!held) return;
    clearTimeout(held.timer);
    const { number } = held;
    held.timer = setTimeout(
      () => this.run(box, this.step(box, { i: "timeout", press: number })),
      this.host.config().wait_ms,
    );
  }

  private ask(box: Box, held: Held | undefined): void {
    if (!held) return;
    clearTimeout(held.timer);
    this.host.send({ t: "press", box: box.id, revision: box.revision, press: held.number, trigger: held.press.trigger });
  }

  /** Asks once more for presses that were open when the frame was made anew. */
  askAgain(): void {
    for (const held of this.held.values()) {
      if (held.press.box.hold.s === "paused") this.ask(held.press.box, held);
    }
  }

  private again(box: Box, held: Held | undefined): void {
    this.forget(box);
    if (!held) return;
    let done = false;
    this.host.replay(() => {
      done = pressAgain(held.press, this.host.anchors());
    });
    // Read before arming: what the page changed while posting is a new revision, not the decided one.
    box.armed = { revision: box.revision, until: Date.now() + ARMED_MS };
    if (!done) this.host.notice(box, NOTICES.press_again());
    else if (!box.isConnected) this.host.finished(box);
  }
}
