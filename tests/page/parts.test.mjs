// The pure parts of the page script: messages, marks carried over edits, removals, places.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { load } from "./load.mjs";

const { parseFrameMessage } = await load("protocol.ts");
const { carryMarks, spliceOf } = await load("marks/carry.ts");
const { textAfter, withoutEmpty } = await load("apply.ts");
const { placeChip, placePanel } = await load("place.ts");
const { joinSnapshots, runsOf } = await load("read/snapshot.ts");

/** A small generator with a fixed seed: a failure can be repeated. */
function random(seed) {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

describe("messages from the frame", () => {
  const good = [
    { t: "config", anchors: undefined, wait_ms: 300, fail: "open", watch: true, actions: false, reminders: false },
    { t: "answer", box: 1, revision: 2, verdict: "stop", marks: [{ id: 0, severity: "stop", utf16_start: 0, utf16_end: 3 }] },
    { t: "view", view: "chip", width: 80.5, height: 20 },
    { t: "decision", press: 4, decision: "edit" },
    { t: "fix", box: 1, revision: 2, edits: [{ utf16_start: 0, utf16_end: 1, replacement: "" }] },
    { t: "focus", box: 1 }, { t: "insert", box: 1, text: "x" }, { t: "ended" },
  ];
  for (const message of good) test(`${message.t} is taken`, () => assert.deepEqual(parseFrameMessage(message), message));

  test("each field of the wrong type, or missing, drops the whole message", () => {
    for (const message of good) {
      for (const key of Object.keys(message)) {
        if (key === "anchors") continue;
        for (const wrong of [undefined, null, {}, [1], -1, "other", NaN, Symbol.iterator]) {
          if (key === "text" && typeof wrong === "string") continue;
          const parsed = parseFrameMessage({ ...message, [key]: wrong });
          assert.equal(parsed, null, `${message.t}.${key} = ${String(wrong)}`);
        }
      }
    }
    for (const junk of [null, 7, "answer", [], { t: "toString" }, { t: "__proto__" }, {}]) assert.equal(parseFrameMessage(junk), null);
  });

  test("one bad mark or edit, or a span that ends before it starts, drops the list", () => {
    const mark = { id: 0, severity: "stop", utf16_start: 5, utf16_end: 3 };
    assert.equal(parseFrameMessage({ t: "answer", box: 1, revision: 1, verdict: "stop", marks: [mark] }), null);
    assert.equal(parseFrameMessage({ t: "fix", box: 1, revision: 1, edits: [{ utf16_start: 0, utf16_end: 1, replacement: "a" }, {}] }), null);
  });

  test("the frame cannot make Post wait for ever", () => {
    assert.equal(parseFrameMessage({ t: "config", wait_ms: 1e9, fail: "closed", watch: true, actions: true, reminders: false }).wait_ms, 5000);
  });
});

describe("marks over an edit", () => {
  const mark = (text, word) => ({ id: word, severity: "note", utf16_start: text.indexOf(word), utf16_end: text.indexOf(word) + word.length });

  test("an edit inside a word drops its mark, one beside it does not", () => {
    const before = "a cautious word";
    const marks = [mark(before, "cautious")];
    assert.deepEqual(carryMarks(marks, before, "a caXutious word"), []);
    assert.deepEqual(carryMarks(marks, before, "a cautiouss word"), []);
    assert.deepEqual(carryMarks(marks, before, "a incautious word"), []);
    assert.equal(carryMarks(marks, before, "a cautious! word").length, 1);
    assert.deepEqual(carryMarks(marks, before, "so a cautious word")[0].utf16_start, 5);
  });

  test("whatever is edited, a carried mark stands on the same words", () => {
    const next = random(11);
    const alphabet = ["a", "b", " ", "\n", "🙂", "e\u0301", "\ud83d", "ا"];
    for (let round = 0; round < 4000; round += 1) {
      const before = Array.from({ length: next(30) }, () => alphabet[next(alphabet.length)]).join("");
      const start = next(before.length + 1);
      const end = start + next(before.length - start + 1);
      const inserted = Array.from({ length: next(4) }, () => alphabet[next(alphabet.length)]).join("");
      const after = before.slice(0, start) + inserted + before.slice(end);
      const from = next(before.length + 1);
      const marks = [{ id: 0, severity: "note", utf16_start: from, utf16_end: from + next(before.length - from + 1) }];
      for (const carried of carryMarks(marks, before, after)) {
        const [old] = marks;
        assert.equal(after.slice(carried.utf16_start, carried.utf16_end), before.slice(old.utf16_start, old.utf16_end));
      }
      const splice = spliceOf(before, after);
      assert.equal(before.length - splice.removed + splice.inserted, after.length);
    }
  });
});

test("a removal that takes a neighbour along leads to the same text", () => {
  const next = random(5);
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: 1 + next(12) }, () => ["a", " ", "\n", "🙂", "é"][next(5)]).join("");
    const points = [...text].reduce((all, c) => [...all, all.at(-1) + c.length], [0]);
    const from = next(points.length);
    const edit = { utf16_start: points[from], utf16_end: points[from + next(points.length - from)], replacement: "" };
    assert.equal(textAfter(text, withoutEmpty(text, edit)), textAfter(text, edit));
  }
});

test("a thread and its fields are one text, each run on its own leaf", () => {
  const leaf = { name: "leaf" };
  const part = (text) => ({ text, runs: [{ utf16_start: 0, utf16_end: text.length, leaf: { ...leaf, text }, leaf_start: 0 }] });
  const joined = joinSnapshots([part("one"), part("two")], [{ text: "", runs: [], kind: "poll_option" }, { ...part("alt text"), kind: "alt_text" }]);
  assert.equal(joined.text, "one\n\ntwo\n\nalt text");
  assert.deepEqual([joined.own, joined.fields], [8, [{ kind: "alt_text", text: "alt text" }]]);
  for (const run of joined.runs) assert.equal(joined.text.slice(run.utf16_start, run.utf16_end), run.leaf.text);
  const [run, ...rest] = runsOf(joined, 6, 7);
  assert.deepEqual([run.leaf.text, run.leaf_start, rest.length], ["two", 1, 0]);
});

describe("places", () => {
  const window = { width: 1000, height: 700 };
  const size = { width: 100, height: 30 };
  const box = { left: 200, top: 100, right: 700, bottom: 300 };
  /** The room for the chip's shadow, where nothing is seen. */
  const SHADOW = 4;
  const around = (some) => ({ box, avoid: [], controls: [], window, rtl: false, ...some });
  const inside = (a) => a.left >= 0 && a.top >= 0 && a.right <= window.width && a.bottom <= window.height;

  test("the chip stands in the lower end corner, mirrored for right-to-left", () => {
    assert.deepEqual(placeChip(around({}), size), { left: 600, top: 270, right: 700, bottom: 300 });
    assert.equal(placeChip(around({ rtl: true }), size).left, 200);
  });

  test("it makes room for the Post control and the line being written", () => {
    const line = { left: 200, top: 280, right: 690, bottom: 300 };
    assert.ok(placeChip(around({ avoid: [line] }), size).top >= 300 - SHADOW);
  });

  test("it covers no control while there is room, and never the line being written", () => {
    const next = random(17);
    for (let round = 0; round < 1000; round += 1) {
      const some = () => {
        const left = next(800);
        const top = next(600);
        return { left, top, right: left + 20 + next(150), bottom: top + 15 + next(30) };
      };
      const controls = [some(), some(), some()];
      const line = { left: 200, top: 280, right: 690, bottom: 300 };
      const chip = placeChip(around({ avoid: [line], controls }), size);
      const seen = { left: chip.left + SHADOW, top: chip.top + SHADOW, right: chip.right - SHADOW, bottom: chip.bottom - SHADOW };
      for (const area of [line, ...controls]) {
        assert.ok(seen.left >= area.right || seen.right <= area.left || seen.top >= area.bottom || seen.bottom <= area.top, JSON.stringify({ chip, controls }));
      }
    }
  });

  test("nothing ever stands outside the window", () => {
    const next = random(3);
    for (let round = 0; round < 2000; round += 1) {
      const left = next(1600) - 300;
      const top = next(1200) - 300;
      const some = { left, top, right: left + next(900), bottom: top + next(600) };
      const big = { width: 1 + next(400), height: 1 + next(400) };
      for (const rtl of [true, false]) {
        const crowded = around({ box: some, avoid: [some], controls: [some], rtl });
        assert.ok(inside(placeChip(crowded, big)));
        assert.ok(inside(placePanel(crowded, big)));
      }
    }
  });
});
