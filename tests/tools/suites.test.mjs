// The runner of test files, over real files that pass, fail once, fail for ever, break off.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { after, before, describe, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";

const HEAD = `import { before, describe, test } from "node:test";
import { existsSync, writeFileSync } from "node:fs";
const isFirst = (name) => { const mark = new URL(name, import.meta.url); const first = !existsSync(mark); writeFileSync(mark, ""); return first; };
const fail = () => { throw new Error("no"); };
`;
const once = (mark, then) => `if (isFirst("${mark}")) ${then};`;

/** Runs the runner over files of these sources: its status, and its lines after the reports. */
function runOf(folder, sources) {
  const files = Object.entries(sources).map(([name, source]) => {
    const file = join(folder, `${name}.test.mjs`);
    writeFileSync(file, HEAD + source);
    return file;
  });
  // A runner within a runner would run nothing.
  const { NODE_TEST_CONTEXT: _context, ...outer } = env;
  const { stdout, status } = spawnSync(execPath, [join(ROOT, "tools/suites/main.mjs"), ...files], { cwd: folder, encoding: "utf8", env: outer });
  const lines = stdout.split("\n").filter((line) => /^(passed only|failed each|node --test|tests: pass)/.test(line));
  return { status, lines: lines.map((line) => line.replaceAll(/\S*\/(\w+)\.test\.mjs/g, "$1")) };
}

describe("the runner of test files", () => {
  let folder;
  before(() => { folder = mkdtempSync(join(tmpdir(), "primum-suites-")); });
  after(() => rmSync(folder, { recursive: true }));

  test("counts what passes and what is left out", () => {
    const found = runOf(folder, { well: "test('a', () => {}); describe('s', () => { test('b', () => {}); test('c', { skip: 'why' }, () => {}); });" });
    assert.deepEqual(found, { status: 0, lines: ["node --test: 2 passed, 0 failed, 1 skipped"] });
  });

  test("a test that fails each time fails the run, after three passes over its file only", () => {
    const found = runOf(folder, { good: "test('a', () => {});", bad: "test('a', () => {}); test('b', fail);" });
    assert.deepEqual(found, { status: 1, lines: [
      "tests: pass 2 of at most 3: bad", "tests: pass 3 of at most 3: bad", "failed each time: bad › b", "node --test: 2 passed, 1 failed, 0 skipped",
    ] });
  });

  test("a test that fails once is named; another that fails in the second pass has passed before", () => {
    const source = `describe('s', () => { test('a', () => { ${once("a", "fail()")} }); let isSecond = !isFirst("b"); test('b', () => { if (isSecond) fail(); }); });`;
    assert.deepEqual(runOf(folder, { late: source }), { status: 0, lines: [
      "tests: pass 2 of at most 3: late", "passed only when run again: late › s › a", "passed only when run again: late › s › b", "node --test: 2 passed, 0 failed, 0 skipped",
    ] });
  });

  test("a hook or a file that breaks off is a failure too, and is found to be mended", () => {
    const hook = "describe('s', () => { before(() => { HOOK }); test('a', () => {}); });";
    const mended = runOf(folder, { hook: hook.replace("HOOK", once("h", "fail()")), off: `test('z', () => {}); ${once("o", "process.exit(3)")}` });
    assert.equal(mended.status, 0, mended.lines.join("\n"));
    assert.equal(mended.lines.at(-1), "node --test: 2 passed, 0 failed, 0 skipped");
    assert.equal(runOf(folder, { broken: hook.replace("HOOK", "fail()") }).status, 1);
    assert.equal(runOf(folder, { gone: "test('z', () => {}); process.exit(3);" }).status, 1);
  });
});
