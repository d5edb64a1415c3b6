// `node tools/corpus.mjs PRIMUM [FILE...]`: what the native command says of labelled drafts.
// Labels: `must` wants a prompt, `must_not` would annoy, `may` is debatable and not scored.
// Without files: tests/drafts/*.jsonl.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { argv, exit } from "node:process";
import { ROOT } from "./paths.mjs";

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
const PROMPTS = ["caution", "stop"];

const lines = (text) => text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
const percent = (part, whole) => (whole === 0 ? "    –  " : `${((100 * part) / whole).toFixed(1).padStart(5)} %`);
const isCaught = (row, verdict) => PROMPTS.includes(verdict) || (row.severity === "note" && verdict === "note");

function ask(primum, file) {
  const run = spawnSync(primum, ["check", "--jsonl", file], { encoding: "utf8", maxBuffer: MAX_OUTPUT_BYTES });
  if (run.error) throw run.error;
  // 0 and 1 are verdicts; anything else is a failure of the command itself.
  if (run.status !== 0 && run.status !== 1) throw new Error(`primum check: exit status ${run.status}: ${run.stderr.trim() || "it said nothing"}`);
  return lines(run.stdout);
}

function answersOf(primum, file) {
  const rows = lines(readFileSync(file, "utf8"));
  const answers = ask(primum, file);
  if (answers.length !== rows.length) throw new Error(`${basename(file)}: ${rows.length} drafts were given, ${answers.length} answers came`);
  return rows.map((row, at) => ({ row, verdict: answers[at].error ? "error" : answers[at].verdict, rules: (answers[at].findings ?? []).map(({ rule }) => rule) }));
}

function tally(name, answers) {
  const must = answers.filter(({ row }) => row.label === "must");
  const mustNot = answers.filter(({ row }) => row.label === "must_not");
  const caught = must.filter(({ row, verdict }) => isCaught(row, verdict)).length;
  const interrupted = mustNot.filter(({ verdict }) => PROMPTS.includes(verdict)).length;
  const noted = mustNot.filter(({ verdict }) => verdict === "note").length;
  console.log(`  ${name.padEnd(28)} caught ${percent(caught, must.length)} of ${String(must.length).padStart(4)}   interrupted ${percent(interrupted, mustNot.length)}, noted ${percent(noted, mustNot.length)} of ${String(mustNot.length).padStart(4)}`);
}

function pairAccuracy(answers) {
  /** @type {Map<string, typeof answers>} */
  const pairs = new Map();
  for (const answer of answers.filter(({ row }) => row.pair)) pairs.set(answer.row.pair, [...(pairs.get(answer.row.pair) ?? []), answer]);
  const isRight = ({ row, verdict }) => (row.label === "must" ? isCaught(row, verdict) : !PROMPTS.includes(verdict));
  const right = [...pairs.values()].filter((twins) => twins.every(isRight)).length;
  if (pairs.size > 0) console.log(`  pairs with both twins right: ${percent(right, pairs.size)} of ${pairs.size}`);
}

function report(file, answers) {
  console.log(`${basename(file)}: ${answers.length} drafts`);
  if (!answers.some(({ row }) => row.label)) {
    const count = (wanted) => answers.filter(({ verdict }) => wanted.includes(verdict)).length;
    return console.log(`  unlabelled: interrupted ${percent(count(PROMPTS), answers.length)}, noted ${percent(count(["note"]), answers.length)}`);
  }
  tally("all", answers);
  const families = [...new Set(answers.flatMap(({ row }) => row.families ?? []))].sort();
  for (const family of families) tally(family, answers.filter(({ row }) => row.families?.includes(family)));
  pairAccuracy(answers);
  const missed = answers.filter(({ row, verdict }) => row.label === "must" && !isCaught(row, verdict));
  const annoyed = answers.filter(({ row, verdict }) => row.label === "must_not" && PROMPTS.includes(verdict));
  for (const { row } of missed) console.log(`  missed ${row.id}: ${(row.rules ?? row.families ?? []).join(", ")}`);
  for (const { row, rules } of annoyed) console.log(`  interrupted ${row.id}: ${rules.join(", ")}`);
  if (answers.some(({ verdict }) => verdict === "error")) console.log(`  ${answers.filter(({ verdict }) => verdict === "error").length} lines were refused`);
}

const [primum, ...given] = argv.slice(2);
const folder = join(ROOT, "tests", "drafts");
const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")).sort().map((name) => join(folder, name)) : [];
const files = given.length > 0 ? given : found;
if (!primum || files.length === 0) {
  console.error("corpus: no drafts found in tests/drafts and no file given");
  exit(2);
}
for (const file of files) report(file, answersOf(primum, file));
