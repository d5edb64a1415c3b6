// The state machine between pressing Post and posting, walked exhaustively.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "./load.mjs";

const { step } = await load("hold-state.ts");
const IDLE = { s: "idle" };
const press = (known, revision = 1, number = 1) => ({ i: "press", press: number, revision, known });

function walk(inputs, fail = "open") {
  let state = IDLE;
  const effects = [];
  for (const input of inputs) {
    const next = step(state, input, fail);
    state = next.state;
    effects.push(next.effect);
  }
  return { state, effects };
}

describe("one press", () => {
  const cases = [
    ["clear passes", [press("clear")], ["pass"]],
    ["a note passes", [press("note")], ["pass"]],
    ["a caution is asked about", [press("caution")], ["ask"]],
    ["a second press while asked is kept", [press("stop"), press("stop", 1, 2)], ["ask", "swallow"]],
    ["no answer yet: wait, then replay", [press("pending"), { i: "answer", revision: 1, known: "clear" }], ["wait", "replay"]],
    ["no answer yet: wait, then ask", [press("pending"), { i: "answer", revision: 1, known: "stop" }], ["wait", "ask"]],
    ["an answer to an older text does not count", [press("pending", 2), { i: "answer", revision: 1, known: "clear" }], ["wait", "nothing"]],
    ["an answer to a newer text counts", [press("pending", 1), { i: "answer", revision: 2, known: "stop" }], ["wait", "ask"]],
    ["no answer in time", [press("pending"), { i: "timeout", press: 1 }], ["wait", "replay_not_checked"]],
    ["another press's timer does not count", [press("pending"), { i: "timeout", press: 9 }], ["wait", "nothing"]],
    ["post decided", [press("stop"), { i: "decision", press: 1, decision: "post", revision: 1, known: "stop" }], ["ask", "replay"]],
    ["edit decided", [press("stop"), { i: "decision", press: 1, decision: "edit", revision: 1, known: "stop" }], ["ask", "return"]],
    ["another press's decision does not count", [press("stop"), { i: "decision", press: 9, decision: "post", revision: 1, known: "stop" }], ["ask", "nothing"]],
    ["decided about another text: ask anew", [press("stop"), { i: "decision", press: 1, decision: "post", revision: 2, known: "caution" }], ["ask", "ask"]],
    ["decided about another text, harmless now", [press("stop"), { i: "decision", press: 1, decision: "post", revision: 2, known: "clear" }], ["ask", "replay"]],
    ["decided about another text, not answered yet", [press("stop"), { i: "decision", press: 1, decision: "post", revision: 2, known: "pending" }], ["ask", "wait"]],
    ["frame lost while asked", [press("stop"), { i: "frame_lost" }], ["ask", "return_lost"]],
    ["frame lost while waiting", [press("pending"), { i: "frame_lost" }], ["wait", "replay_not_checked"]],
    ["box gone", [press("stop"), { i: "gone" }, { i: "decision", press: 1, decision: "post", revision: 1, known: "stop" }], ["ask", "nothing", "nothing"]],
    ["not checked passes, and is said", [press("not_checked")], ["pass_not_checked"]],
  ];
  for (const [name, inputs, effects] of cases) test(name, () => assert.deepEqual(walk(inputs).effects, effects));

  test("under \"closed\" what was not checked is refused, never replayed", () => {
    assert.deepEqual(walk([press("not_checked")], "closed").effects, ["refuse"]);
    assert.deepEqual(walk([press("pending"), { i: "timeout", press: 1 }], "closed").effects, ["wait", "refuse"]);
    assert.deepEqual(walk([press("pending"), { i: "frame_lost" }], "closed").effects, ["wait", "refuse"]);
  });
});

test("no order of inputs replays one press twice, nor a press that was let go", () => {
  const inputs = [
    press("caution"), press("pending"), press("clear"),
    { i: "answer", revision: 1, known: "clear" }, { i: "answer", revision: 1, known: "stop" },
    { i: "timeout", press: 1 }, { i: "frame_lost" }, { i: "gone" },
    { i: "decision", press: 1, decision: "post", revision: 1, known: "caution" },
    { i: "decision", press: 1, decision: "post", revision: 2, known: "clear" },
    { i: "decision", press: 1, decision: "edit", revision: 1, known: "caution" },
  ];
  const visit = (state, held, depth) => {
    if (depth === 0) return;
    for (const input of inputs) {
      const next = step(state, input, "open");
      const begins = input.i === "press" && ["wait", "ask"].includes(next.effect);
      const replays = next.effect.startsWith("replay");
      assert.ok(!replays || held, `${JSON.stringify(state)} ${JSON.stringify(input)} replayed what was not held`);
      assert.equal(next.state.s === "idle", !(begins || (held && !replays && next.state.s !== "idle")));
      visit(next.state, next.state.s !== "idle", depth - 1);
    }
  };
  visit(IDLE, false, 5);
});
