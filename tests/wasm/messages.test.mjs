// What a page may send, as the core reads it in the browser: values of JavaScript and not JSON, so that the fuzz target
// `message`, which reads JSON natively, leaves this door out. Its kept inputs go through it here, changed at random by
// a seed, and values that JSON has no form for. What is no message of the contract is dropped; the core lives on.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";
import { FrameCore } from "./frame-core.mjs";

const CORPUS = join(ROOT, "fuzz/corpus/message");
const LEARNED = join(ROOT, "fuzz/learned/message");
/** Changed copies of each kept message. */
const CHANGES = 40;
const SEED = 0x5eed;
const DEEP = 400;
const CONTEXT = { site: "x", surface: "post", audience: "public", media: "none", fields: [] };
const DRAFT = { t: "draft", box: 1, revision: 1, text: "Mrs. Lindqvist in bed 12 finally slept", context: CONTEXT };

/** What a structured clone can bring, and JSON cannot. */
const STRANGE = () => [
  undefined, null, true, -1, 1.5, NaN, Infinity, -0, 2 ** 32, 2 ** 53, 10n, 2n ** 64n, "", "\ud83d", "draft", [], [1, [2]], {}, { t: "draft" },
  new Map([["t", "escape"]]), new Set(["t"]), new Date(NaN), /t/g, new Uint8Array(8), new ArrayBuffer(8), Object.assign([], { t: "escape" }), Array(3), new Error("t"), new String("escape"), Object.create(null),
];

/** George Marsaglia's xorshift, as in tests/fuzz_corpus.rs. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % Math.max(below, 1);
  };
}

/** Every place in a value: its parent and key. */
function places(value, found = []) {
  if (value !== null && typeof value === "object") {
    for (const key of Object.keys(value)) {
      found.push([value, key]);
      places(value[key], found);
    }
  }
  return found;
}

function messagesIn(folder) {
  const lines = readdirSync(folder).sort().flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return lines.flatMap((line) => {
    try { return [JSON.parse(line)]; } catch { return []; }
  });
}

describe("whatever the page sends", () => {
  let core;
  before(async () => { core = await new FrameCore().start(); });
  const assertAlive = (what) => assert.equal(core.check(DRAFT.text).verdict, "stop", what);

  test("the kept inputs of the fuzzer, and each changed in one place at random", () => {
    const next = chance(SEED);
    const messages = messagesIn(CORPUS);
    assert.ok(messages.length > 10, `${messages.length} messages`);
    for (const [at, message] of messages.entries()) {
      core.hear(message);
      for (let change = 0; change < CHANGES; change += 1) {
        const copy = structuredClone(message);
        const all = places(copy);
        const [parent, key] = all[next(all.length)] ?? [];
        const values = STRANGE();
        if (parent && next(4) === 0) delete parent[key];
        else if (parent) parent[key] = values[next(values.length)];
        core.hear(copy);
      }
      assertAlive(`message ${at}`);
    }
  });

  test("what the fuzzer learned", () => {
    const messages = messagesIn(LEARNED);
    assert.ok(messages.length > 10, `${messages.length} messages`);
    for (const message of messages) core.hear(message);
    assertAlive("after all of them");
  });

  test("what is no message is dropped, whatever it is; the draft before it stays checked", () => {
    for (const value of STRANGE().filter((one) => !(one instanceof Map || one?.t === "escape"))) {
      assert.deepEqual(core.hear(value), [], String(Object.prototype.toString.call(value)));
    }
    for (const key of ["t", "box", "revision", "text", "context"]) {
      const { [key]: _left, ...rest } = { ...DRAFT, box: 77 };
      assert.deepEqual(core.hear(rest), [], `without ${key}`);
    }
    for (const [key, wrong] of [["box", -1], ["box", 2 ** 32], ["box", 1.5], ["box", "1"], ["revision", NaN], ["text", 5], ["text", ["a"]], ["context", "x"], ["t", "drafts"]]) {
      assert.deepEqual(core.hear({ ...DRAFT, [key]: wrong }), [], `${key} ${String(wrong)}`);
    }
    assertAlive("after all of them");
    assert.equal(core.hear({ ...DRAFT, box: 78 }).find(({ t }) => t === "answer")?.verdict, "stop", "and the same message whole is heard");
  });

  test("more than the contract knows is passed over", () => {
    const said = core.hear({ ...DRAFT, box: 79, later: { a: [1n, undefined] }, context: { ...CONTEXT, site: "another", later: new Map() } });
    assert.equal(said.find(({ t }) => t === "answer")?.verdict, "stop");
  });

  // The page script's own are four levels deep. Some thousands would exhaust the core's stack: a trap, after which the
  // frame is made anew; nobody but the page script can speak here.
  test("far deeper values than any message has", () => {
    const deep = { t: "draft" };
    let inner = deep;
    for (let depth = 0; depth < DEEP; depth += 1) inner = inner.context = {};
    assert.deepEqual(core.hear(deep), []);
    assertAlive("after it");
  });
});
