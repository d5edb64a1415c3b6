// Every row of the tables of docs/security.md names tests, by file and by the beginning of a name, and each of them exists.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";

const DOC = readFileSync(join(ROOT, "docs/security.md"), "utf8");
const SECTIONS = ["What was tried", "Tried beyond the hostile page", "What a page can still learn"];

/** The rows of the tables under a heading, without head and rule. */
function rowsUnder(doc, heading) {
  const section = doc.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? "";
  return section.split("\n").filter((line) => line.startsWith("|")).slice(2);
}

/** The names of a file's tests, as they are written in it. */
function namesIn(file) {
  const path = join(ROOT, "tests/browser", `${file}.test.mjs`);
  if (!existsSync(path)) return [];
  return [...readFileSync(path, "utf8").matchAll(/\btest\(\s*(["`])((?:\\.|(?!\1).)*)\1/g)].map(([, , name]) => name.replace(/\\"/g, '"'));
}

/** What is wrong with a row: no test named, or one that is not there. */
function wrongIn(row) {
  const shownBy = row.split("|").at(-2) ?? "";
  const named = [...shownBy.matchAll(/`([\w.-]+)`: ((?:"[^"]+"(?:, )?)+)/g)]
    .flatMap(([, file, names]) => [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => ({ file, name })));
  if (named.length === 0) return [`no test is named: ${row.slice(0, 80)}`];
  // A name that is made from a list has its fixed part somewhere in it.
  return named.filter(({ file, name }) => !namesIn(file).some((one) => one.includes(name))).map(({ file, name }) => `${file} has no test "${name}"`);
}

describe("docs/security.md", () => {
  for (const heading of SECTIONS) {
    test(`${heading}: each row names tests that exist`, () => {
      const rows = rowsUnder(DOC, heading);
      assert.ok(rows.length >= 5, `${rows.length} rows under "${heading}"`);
      assert.deepEqual(rows.flatMap(wrongIn), []);
    });
  }

  test("a row without a test, and one with a test that is gone, are found", () => {
    assert.match(wrongIn("| a | b | |")[0], /no test is named/);
    assert.match(wrongIn('| a | b | `hostile`: "never written" |')[0], /has no test "never written"/);
    assert.deepEqual(wrongIn('| a | b | `hostile`: "drown it" |'), []);
  });
});
