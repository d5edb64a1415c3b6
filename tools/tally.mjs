// `node tools/tally.mjs RUST.log NODE.log`: adds up what both test runners said last: "N passed, N failed".
import { existsSync, readFileSync } from "node:fs";
import { argv, exit } from "node:process";

const [rustLog = "", nodeLog = ""] = argv.slice(2);

// cargo: one line per test binary.
function rustTally(text) {
  const total = { passed: 0, failed: 0, runs: 0 };
  for (const [, passed, failed] of text.matchAll(/^test result: \S+ (\d+) passed; (\d+) failed;/gm)) {
    total.passed += Number(passed);
    total.failed += Number(failed);
    total.runs += 1;
  }
  return total;
}

// tools/suites: one line at the end.
function nodeTally(text) {
  const [, passed, failed] = /^node --test: (\d+) passed, (\d+) failed/m.exec(text) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? 0), runs: passed === undefined ? 0 : 1 };
}

// Colours stand around the words where a terminal is attached.
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8").replace(/\x1b\[[0-9;]*m/g, "") : "");
const tallies = { "cargo test": rustTally(read(rustLog)), "node --test": nodeTally(read(nodeLog)) };
for (const [runner, { passed, failed, runs }] of Object.entries(tallies)) {
  console.log(runs > 0 ? `${runner}: ${passed} passed, ${failed} failed` : `${runner}: did not finish`);
}
const sum = (key) => Object.values(tallies).reduce((total, tally) => total + tally[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
// A runner that broke off without a closing line must not look like success.
exit(sum("failed") > 0 || Object.values(tallies).some(({ runs }) => runs === 0) ? 1 : 0);
