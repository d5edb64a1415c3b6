// The core in the browser and the native command give every draft of tests/drafts/drafts.jsonl the same answer:
// verdict, rules and marked words, though the one is built for size, speaks JavaScript and counts UTF-16 units.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";
import { FrameCore } from "./frame-core.mjs";

// Every fifth, each in another setting too: what is judged by profile, surface, audience and media is judged alike.
const TURNED = 5;
// The answers to all drafts are a few MB of JSON lines.
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const EVIDENCE_NOT_MARKED = ["words", "care"];

function turned(row) {
  const context = { ...row.context, surface: "review_response", profile: "professional", audience: "friends", media: "photo", parent: "Thank you for seeing my dad!" };
  return { ...row, id: `${row.id} turned`, context };
}

/** The rows with the native command's answers; built if need be, nothing is done where `cargo test` has been. */
function answered(rows) {
  const { stdout, status, stderr } = spawnSync("cargo", ["run", "--quiet", "--locked", "--bin", "primum", "--", "check", "--jsonl"],
    { cwd: ROOT, encoding: "utf8", input: rows.map((row) => `${JSON.stringify(row)}\n`).join(""), maxBuffer: MAX_OUTPUT_BYTES });
  assert.ok(status === 0 || status === 1, `primum check: status ${status}: ${stderr}`);
  const answers = stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, rows.length);
  return rows.map((row, at) => ({ row, native: answers[at] }));
}

/** Spans in bytes as spans in UTF-16 units; both sides read half a character as U+FFFD. */
function inUnits(text, spans) {
  const bytes = Buffer.from(text);
  const units = (end) => bytes.subarray(0, end).toString().length;
  return spans.map(({ start, end }) => ({ start: units(start), end: units(end) }));
}

/** How the two answers to one draft differ; "" if they do not. */
function difference({ text }, native, { verdict, marks, rules }) {
  if (verdict !== native.verdict) return `verdict ${verdict}, natively ${native.verdict}`;
  const found = native.findings.map(({ rule }) => rule);
  // The first is shown first; findings on the same words share a line.
  if (rules[0] !== found[0] || rules.some((rule) => !found.includes(rule))) return `rules ${rules}, natively ${found}`;
  const known = native.findings.flatMap((finding) => {
    const telling = finding.evidence.filter(({ kind }) => !EVIDENCE_NOT_MARKED.includes(kind));
    return inUnits(text, [finding, ...telling]).map((span) => ({ ...span, severity: finding.severity }));
  });
  const isIn = (span, outer) => outer.utf16_start <= span.start && span.end <= outer.utf16_end;
  const strange = marks.find((mark) => !known.some((span) => span.start === mark.utf16_start && span.end === mark.utf16_end && span.severity === mark.severity));
  if (strange) return `mark ${JSON.stringify(strange)}, natively none`;
  const missed = known.find((span) => span.start < span.end && !marks.some((mark) => isIn(span, mark)));
  return missed ? `no mark for ${JSON.stringify(missed)}` : "";
}

describe("every draft is judged in the browser's core as natively", () => {
  let core;
  before(async () => { core = await new FrameCore().start(); });
  const drafts = readFileSync(join(ROOT, "tests/drafts/drafts.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const rows = [...drafts, ...drafts.filter((_, at) => at % TURNED === 0).map(turned)];

  test("verdict, rules and marks of each", () => {
    const differing = [];
    const verdicts = new Set();
    for (const { row, native } of answered(rows)) {
      verdicts.add(native.verdict);
      const what = difference(row, native, core.check(row.text, row.context));
      if (what) differing.push(`${row.id}: ${what}`);
    }
    assert.deepEqual(differing, []);
    assert.deepEqual([...verdicts].sort(), ["caution", "clear", "note", "stop"], "what is compared has all of them");
  });

  test("how many findings a draft has by itself", () => {
    const plain = drafts.map(({ id, text }) => ({ id, text }));
    const differing = answered(plain).filter(({ row, native }) => core.countFindings(row.text) !== native.findings.length);
    assert.deepEqual(differing.map(({ row }) => row.id), []);
  });

  test("the comparison sees another verdict, another rule, a mark that is moved and one that is missing", () => {
    const row = { id: "a", text: "🏥 Mrs. Lindqvist in bed 12 finally slept" };
    const [{ native }] = answered([row]);
    const same = core.check(row.text);
    assert.equal(difference(row, native, same), "");
    assert.match(difference(row, native, { ...same, verdict: "note" }), /^verdict/);
    assert.match(difference(row, native, { ...same, rules: [...same.rules].reverse() }), /^rules/);
    const [first, ...others] = same.marks;
    assert.match(difference(row, native, { ...same, marks: [{ ...first, utf16_start: first.utf16_start + 1 }, ...others] }), /^mark/);
    assert.match(difference(row, native, { ...same, marks: others }), /^no mark/);
  });
});
