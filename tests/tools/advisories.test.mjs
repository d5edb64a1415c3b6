// `./build.sh audit`: what is said of the answers of cargo-audit and npm, and with which status; with commands in their
// place that answer as those do, as the databases are on the network.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { env, execPath } from "node:process";
import { after, before, describe, test } from "node:test";
import { ofCargo, ofNpm, told } from "../../tools/advisories.mjs";
import { CRATE_FOLDERS, NODE_FOLDERS } from "../../tools/dependencies.mjs";
import { ROOT } from "../../tools/paths.mjs";

const CLEAN_CARGO = { database: { "advisory-count": 900 }, vulnerabilities: { found: false, count: 0, list: [] }, warnings: {} };
const HOLE = { advisory: { id: "RUSTSEC-2020-0071", title: "Potential segfault in the time crate" }, package: { name: "time", version: "0.1.43" } };
const HOLED_CARGO = { ...CLEAN_CARGO, vulnerabilities: { found: true, count: 1, list: [HOLE] } };
const CLEAN_NPM = { auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } };
const HOLED_NPM = { auditReportVersion: 2, vulnerabilities: { braces: { name: "braces", severity: "high", via: [{ title: "Uncontrolled resource consumption", url: "https://example.org/advisory" }, "micromatch"] } } };
const REFUSED_NPM = { message: "405 Method Not Allowed", statusCode: 405, error: { summary: "", detail: "" } };

const ran = (answer, said = "") => ({ stdout: JSON.stringify(answer), said });

describe("what is made of an answer", () => {
  test("holes by crate, version and number; by package, weight and way", () => {
    assert.deepEqual(ofCargo("a", ran(CLEAN_CARGO)), { file: "a", holes: [] });
    assert.deepEqual(ofCargo("a", ran(HOLED_CARGO)).holes, ["time 0.1.43: RUSTSEC-2020-0071 Potential segfault in the time crate"]);
    assert.deepEqual(ofNpm("b", ran(CLEAN_NPM)), { file: "b", holes: [] });
    assert.deepEqual(ofNpm("b", ran(HOLED_NPM)).holes, ["braces (high): Uncontrolled resource consumption https://example.org/advisory; through micromatch"]);
  });

  test("an answer that is none is never \"no known hole\"", () => {
    for (const stdout of ["", "null", "{}", "[]", "not JSON", JSON.stringify(REFUSED_NPM)]) {
      assert.ok(ofCargo("a", { stdout, said: "no route" }).failure, stdout);
      assert.ok(ofNpm("a", { stdout, said: "no route" }).failure, stdout);
    }
    assert.equal(ofNpm("a", ran(REFUSED_NPM)).failure, "405 Method Not Allowed");
    assert.equal(ofCargo("a", { stdout: "", said: "error: couldn't fetch advisory database" }).failure, "error: couldn't fetch advisory database");
  });

  test("the status: 0 looked everywhere, 1 a hole, 3 could not look; a hole weighs more", () => {
    const [clean, holed, blind] = [{ file: "a", holes: [] }, { file: "b", holes: ["x 1: y"] }, { file: "c", holes: [], failure: "no route" }];
    assert.deepEqual(told([clean], "2026-11-22"), { status: 0, lines: ["audit: a: no known hole", "audit: 2026-11-22: 0 known in 1 of 1 lock files"] });
    assert.deepEqual(told([clean, blind], "2026-11-22"), { status: 3, lines: [
      "audit: a: no known hole", "audit: c: COULD NOT LOOK: no route", "audit: 2026-11-22: 0 known in 1 of 2 lock files; 1 NOT looked at",
    ] });
    assert.equal(told([holed, blind], "").status, 1);
  });
});

describe("the whole command", () => {
  let folder;
  before(() => { folder = mkdtempSync(join(tmpdir(), "primum-audit-")); });
  after(() => rmSync(folder, { recursive: true }));

  /** The command with others in the place of cargo and npm: what they answer, with which status. */
  function audit(answers) {
    for (const [name, { answer, status, said = "" }] of Object.entries(answers)) {
      const file = join(folder, name);
      writeFileSync(file, `#!${execPath}\nconsole.log(${JSON.stringify(JSON.stringify(answer))}); console.error(${JSON.stringify(said)}); process.exitCode = ${status};\n`);
      chmodSync(file, 0o755);
    }
    const { stdout, status } = spawnSync(execPath, ["tools/advisories.mjs"], { cwd: ROOT, encoding: "utf8", env: { ...env, PATH: `${folder}${delimiter}${env.PATH}` } });
    return { lines: stdout.trim().split("\n"), status };
  }

  test("looks at every lock file and says on which day", () => {
    const { lines, status } = audit({ cargo: { answer: CLEAN_CARGO, status: 0 }, npm: { answer: CLEAN_NPM, status: 0 } });
    const all = CRATE_FOLDERS.length + NODE_FOLDERS.length;
    assert.equal(lines.filter((line) => line.endsWith(": no known hole")).length, all);
    assert.match(lines.at(-1) ?? "", new RegExp(`^audit: \\d{4}-\\d\\d-\\d\\d: 0 known in ${all} of ${all} lock files$`));
    assert.equal(status, 0);
  });

  test("a hole is status 1; a database out of reach is said, and is another status", () => {
    assert.equal(audit({ cargo: { answer: HOLED_CARGO, status: 1 }, npm: { answer: CLEAN_NPM, status: 0 } }).status, 1);
    assert.equal(audit({ cargo: { answer: CLEAN_CARGO, status: 0 }, npm: { answer: HOLED_NPM, status: 1 } }).status, 1);
    const refused = audit({ cargo: { answer: null, status: 1, said: "error: no such command: `audit`" }, npm: { answer: REFUSED_NPM, status: 1 } });
    assert.equal(refused.status, 3);
    assert.ok(refused.lines.includes("audit: Cargo.lock: COULD NOT LOOK: error: no such command: `audit`"), refused.lines.join("\n"));
    assert.ok(refused.lines.includes("audit: package-lock.json: COULD NOT LOOK: 405 Method Not Allowed"));
  });
});
