// What happens between pressing Post and posting, as a pure state machine
// (design §3.7). Exactly one effect per input; a press that is let go or
// dropped leaves the state idle, so nothing can be replayed twice.
import type { Decision, Verdict } from "./protocol";

export type HoldState =
  | { s: "idle" }
  | { s: "checking"; press: number; revision: number }
  | { s: "paused"; press: number; revision: number };

/** The newest revision's verdict, or "pending" while the frame has not answered. */
export type Known = Verdict | "pending";

export type HoldInput =
  | { i: "press"; press: number; revision: number; known: Known }
  | { i: "answer"; revision: number; known: Known }
  | { i: "timeout"; press: number }
  | { i: "decision"; press: number; decision: Decision; revision: number; known: Known }
  | { i: "frame_lost" }
  | { i: "gone" };

export type Effect =
  /** Let the event through untouched. */
  | "pass"
  /** The same, and show that it was not checked. */
  | "pass_not_checked"
  /** Keep the event; a press of this box is already held. */
  | "swallow"
  /** Keep the event and wait for the answer, at most the configured time. */
  | "wait"
  /** Keep the event and ask the clinician. */
  | "ask"
  /** Press again, once. */
  | "replay"
  /** Press again, once, and show that it was not checked. */
  | "replay_not_checked"
  /** Policy says no post without a check: keep it, and say so. */
  | "refuse"
  /** Back to the draft. */
  | "return"
  /** The dialog was lost while open: back to the draft, and say so. */
  | "return_lost"
  | "nothing";

export interface Step {
  state: HoldState;
  effect: Effect;
}

const IDLE: HoldState = { s: "idle" };
const stay = (state: HoldState, effect: Effect = "nothing"): Step => ({ state, effect });

/** What a verdict means for a press that is already held. */
function judge(known: Known, at: { press: number; revision: number }, fail: "open" | "closed"): Step {
  switch (known) {
    case "clear":
    case "note":
      return stay(IDLE, "replay");
    case "caution":
    case "stop":
      return stay({ s: "paused", ...at }, "ask");
    case "not_checked":
      return unchecked(fail);
    case "pending":
      return stay({ s: "checking", ...at }, "wait");
  }
}

function unchecked(fail: "open" | "closed"): Step {
  return stay(IDLE, fail === "open" ? "replay_not_checked" : "refuse");
}

function pressed(state: HoldState, input: HoldInput & { i: "press" }, fail: "open" | "closed"): Step {
  if (state.s !== "idle") return stay(state, "swallow");
  if (input.known === "clear" || input.known === "note") return stay(IDLE, "pass");
  if (input.known === "not_checked" && fail === "open") return stay(IDLE, "pass_not_checked");
  return judge(input.known, { press: input.press, revision: input.revision }, fail);
}

function decided(state: HoldState, input: HoldInput & { i: "decision" }, fail: "open" | "closed"): Step {
  if (state.s !== "paused" || input.press !== state.press) return stay(state);
  if (input.decision === "edit") return stay(IDLE, "return");
  if (input.revision === state.revision) return stay(IDLE, "replay");
  // The draft changed under the dialog: the decision was about another text.
  return judge(input.known, { press: input.press, revision: input.revision }, fail);
}

/** One step. `fail` is the policy for drafts that could not be checked. */
export function step(state: HoldState, input: HoldInput, fail: "open" | "closed"): Step {
  switch (input.i) {
    case "press":
      return pressed(state, input, fail);
    case "answer":
      if (state.s !== "checking") return stay(state);
      // An answer to an older text says nothing about the text that would be posted.
      if (input.revision < state.revision || input.known === "pending") return stay(state);
      return judge(input.known, { press: state.press, revision: input.revision }, fail);
    case "timeout":
      return state.s === "checking" && state.press === input.press ? unchecked(fail) : stay(state);
    case "decision":
      return decided(state, input, fail);
    case "frame_lost":
      if (state.s === "checking") return unchecked(fail);
      return state.s === "paused" ? stay(IDLE, "return_lost") : stay(state);
    case "gone":
      return stay(IDLE);
  }
}
