// `node tools/suites/main.mjs [FILE...]`: runs test files with Node's own runner, all of them without an argument.
// A test that fails runs again with its file, by itself, up to three times in all: a browser on a busy machine can be
// late once, a defect is there each time. What needed that is named at the end.
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { argv, exit, stdout } from "node:process";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { ROOT } from "../paths.mjs";
import { outcomeOf, Passes } from "./outcomes.mjs";

const PASSES = 3;
/** A browser mostly waits. */
const TOGETHER = 2;
/** Milliseconds for one file: longer, and it stands still. */
const TIMEOUT = 600_000;
/** Writes the machine's policies: every browser beside it would take them. */
const isAlone = (file) => /(^|\/)policy\.[^/]*$/.test(file);

function testFiles(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.mjs") && !name.includes("node_modules"))
    .map((name) => `${folder}/${name}`);
}

/** Runs one file; its report is shown in one piece, when it has ended. */
async function runFile(file, report) {
  const began = performance.now();
  const events = [];
  for await (const event of run({ files: [join(ROOT, file)], concurrency: 1, timeout: TIMEOUT })) events.push(event);
  // The counts of a single file would hide those of the whole.
  for (const event of events) if (!isCount(event)) report.write(event);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  report.write({ type: "test:diagnostic", data: { nesting: 0, message: `${file}: ${seconds} s` } });
  return outcomeOf(file, events);
}

const isCount = ({ type, data }) => type === "test:diagnostic" && data.nesting === 0 && data.file === undefined;

async function runAll(files, together) {
  const report = new spec();
  report.pipe(stdout, { end: false });
  const queue = [...files];
  const outcomes = [];
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) outcomes.push(await runFile(file, report));
  };
  await Promise.all(Array.from({ length: together }, worker));
  report.end();
  return outcomes;
}

const named = argv.slice(2).map((file) => relative(ROOT, resolve(file)));
const files = (named.length > 0 ? named : [...testFiles("tests"), ...testFiles("tools")]).sort();
const passes = new Passes();
passes.add([...await runAll(files.filter((file) => !isAlone(file)), TOGETHER), ...await runAll(files.filter(isAlone), 1)]);
for (let pass = 2; pass <= PASSES && passes.failed.length > 0; pass += 1) {
  console.log(`tests: pass ${pass} of at most ${PASSES}: ${passes.filesToRepeat.join(" ")}`);
  passes.add(await runAll(passes.filesToRepeat, 1));
}
for (const name of passes.unsteady) console.log(`passed only when run again: ${name}`);
for (const name of passes.failed) console.log(`failed each time: ${name}`);
const { passed, failed, skipped } = passes.tally;
console.log(`node --test: ${passed} passed, ${failed} failed, ${skipped} skipped`);
exit(failed > 0 ? 1 : 0);
