// Texts as pages have them: halves of characters, both directions, every script, as long as Facebook takes. Marks are
// UTF-16 units of the very string that was given.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { FrameCore } from "./frame-core.mjs";

/** Facebook's limit. */
const LONGEST = 63_206;
const NAMED = "Mrs. Lindqvist in bed 12 finally slept";
const RECORD = "MRN 4839207";
const HIGH = "\ud83d";
const LOW = "\ude00";
const SCRIPTS = [
  "Die Größe der Straße ", "日本語のテキスト。", "هذا نص عربي طويل ", "זה טקסט בעברית ", "यह हिन्दी पाठ है ", "ข้อความภาษาไทย", "한국어 문장입니다. ",
  "Это русский текст. ", "Ελληνικό κείμενο ", "👨‍👩‍👧‍👦🇬🇧❤️1️⃣ ", "e\u0301\u0301 ", "\u202eright to left\u202c ", "\u2066isolated\u2069 ", "𝓗𝓮𝓵𝓵𝓸 ", "\u200b\u00ad ", "\u0000\ufeff ", "\n", "\r\n", "\u2028",
];

/** Each half where it can do harm: alone, doubled, in the wrong order, at the ends, beside and inside of words. */
const HALVES = [HIGH, LOW, HIGH + HIGH, LOW + HIGH, `${HIGH} ${LOW}`, `${HIGH}\n`, `${HIGH}${LOW}${LOW}`, `${HIGH}\u0301`, `\u200d${LOW}`];

/** The words that are marked, where they stand. */
const marked = (text, { marks }) => marks.map(({ utf16_start: start, utf16_end: end }) => [start, text.slice(start, end)]);

/** Where `NAMED` was put, and what is marked of it by itself. */
const expected = (at) => [[at, "Mrs. Lindqvist"], [at + 18, "bed 12"]];

/** A wall of every script, `length` units long; halves of characters now and then. */
function wall(length) {
  let text = "";
  for (let at = 0; text.length < length; at += 1) text += SCRIPTS[at % SCRIPTS.length] + (at % 7 === 0 ? HALVES[at % HALVES.length] : "");
  return text.slice(0, length);
}

describe("any text the page may hold", () => {
  let core;
  before(async () => { core = await new FrameCore().start(); });

  test("halves of characters before and behind a name: the marks stand at its letters", () => {
    for (const half of HALVES) {
      const texts = [`${half} ${NAMED}`, `${half} ${half} ${NAMED} ${half}`, `😀${half} ${NAMED}${half}`];
      for (const text of texts) {
        const answer = core.check(text);
        assert.deepEqual(marked(text, answer), expected(text.indexOf(NAMED)), JSON.stringify(text));
        assert.equal(answer.verdict, "stop");
      }
    }
  });

  test("halves of characters inside of words: an answer, and marks that lie in the text", () => {
    const letters = [...NAMED].map((_, at) => at);
    for (const half of HALVES) {
      for (const at of letters) {
        const text = NAMED.slice(0, at) + half + NAMED.slice(at);
        const { marks } = core.check(text);
        assert.ok(marks.every(({ utf16_start: start, utf16_end: end }) => start < end && end <= text.length), JSON.stringify(text));
      }
    }
  });

  test("a name among every script and direction: the marks stand at its letters", () => {
    for (const before of SCRIPTS) {
      for (const after of SCRIPTS) {
        const text = `${before}. ${NAMED} . ${after}`;
        const answer = core.check(text);
        const found = new Map(marked(text, answer));
        for (const [at, words] of expected(text.indexOf(NAMED))) assert.equal(found.get(at), words, JSON.stringify(text));
      }
    }
  });

  // By a number, which is one in whatever surrounds it: whether a name is a patient's depends on the rest.
  test(`${LONGEST} units of mixed scripts, with a record number at the start, in the middle and at the end`, () => {
    for (const share of [0, 0.5, 1]) {
      const room = LONGEST - RECORD.length - 4;
      const start = Math.round(room * share);
      const text = `${wall(start)}\n. ${RECORD} ${wall(room - start)}`;
      assert.equal(text.length, LONGEST);
      const answer = core.check(text);
      assert.equal(new Map(marked(text, answer)).get(text.indexOf(RECORD)), RECORD, `at ${start}`);
      assert.ok(answer.marks.every(({ utf16_start: from, utf16_end: to }) => from < to && to <= text.length));
    }
  });

  test("an edit in the middle of such a text gives what the whole gives", () => {
    const text = wall(6000);
    core.hear({ t: "draft", box: 0, revision: 1, text, context: { site: "x", surface: "post", audience: "unknown", media: "none", fields: [] } });
    for (let revision = 2; revision < 40; revision += 1) {
      const at = (revision * 1009) % text.length;
      const edited = `${text.slice(0, at)}\n${revision % 2 ? NAMED : HIGH}\n${text.slice(at)}`;
      const said = core.hear({ t: "draft", box: 0, revision, text: edited, context: { site: "x", surface: "post", audience: "unknown", media: "none", fields: [] } });
      const { verdict, marks } = said.findLast(({ t }) => t === "answer");
      const whole = core.check(edited);
      assert.deepEqual({ verdict, marks }, { verdict: whole.verdict, marks: whole.marks }, `revision ${revision}`);
    }
    core.hear({ t: "box", box: 0, state: "gone" });
  });
});
