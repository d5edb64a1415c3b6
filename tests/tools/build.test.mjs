// The build's own scripts: manifests per browser, licences, section reader, closing tally.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { describe, test } from "node:test";
import { ALLOWED, ALLOWED_TOOLS, permits } from "../../tools/licences.mjs";
import { BROWSERS, manifestFor, targets } from "../../tools/manifest.mjs";
import { ROOT, version } from "../../tools/paths.mjs";
import { moduleOf, plain } from "../../tools/wasm-functions.mjs";
import { sections } from "../../tools/wasm-sections.mjs";

const source = JSON.parse(readFileSync(join(ROOT, "manifest.json"), "utf8"));

describe("manifests", () => {
  test("each browser gets its own background and nothing of the other's", () => {
    const chromium = manifestFor(source, "chromium");
    const firefox = manifestFor(source, "firefox");
    assert.deepEqual(Object.keys(chromium.background), ["service_worker"]);
    assert.deepEqual(Object.keys(firefox.background), ["scripts"]);
    assert.equal(chromium.browser_specific_settings, undefined);
    assert.deepEqual(firefox.browser_specific_settings.gecko.data_collection_permissions, { required: ["none"] });
    assert.equal(firefox.minimum_chrome_version, undefined);
  });

  test("the version is the crate's, and no key pins an id", () => {
    for (const browser of BROWSERS) {
      const manifest = manifestFor({ ...source, version: "9.9.9", key: "abc" }, browser);
      assert.equal(manifest.version, version());
      assert.equal(manifest.key, undefined);
    }
  });

  test("a browser or a field that is not there is named", () => {
    assert.throws(() => manifestFor(source, "opera"), /"opera", expected one of chromium, firefox/);
    assert.throws(() => targets({}), /minimum_chrome_version and gecko\.strict_min_version/);
  });
});

describe("licences", () => {
  test("an OR needs one side, an AND both, brackets bind", () => {
    const list = ["MIT", "Unicode-3.0"];
    assert.equal(permits("GPL-3.0 OR MIT", list), true);
    assert.equal(permits("Unlicense/MIT", list), true);
    assert.equal(permits("(MIT OR Apache-2.0) AND Unicode-3.0", list), true);
    assert.equal(permits("(GPL-3.0 OR AGPL-3.0) AND MIT", list), false);
    assert.equal(permits("MIT AND GPL-3.0", list), false);
    assert.equal(permits("", list), false);
  });

  test("deny.toml allows the same, and nothing with copyleft ships", () => {
    const [, allow = ""] = /^allow = \[(.*)\]$/m.exec(readFileSync(join(ROOT, "deny.toml"), "utf8")) ?? [];
    assert.deepEqual([...allow.matchAll(/"([^"]+)"/g)].map(([, name]) => name), ALLOWED);
    assert.deepEqual(ALLOWED.filter((name) => /GPL|MPL|EPL|CDDL/.test(name)), []);
    assert.deepEqual(ALLOWED_TOOLS.filter((name) => ALLOWED.includes(name)), []);
  });
});

test("functions are called as in the source, and belong to the part of the crate they stand in", () => {
  const name = plain("_ZN6primum5facts3cue4find17h0123456789abcdefE");
  assert.equal(name, "primum::facts::cue::find");
  assert.equal(moduleOf(name), "primum::facts::cue");
  assert.equal(moduleOf(plain("_ZN80_$LT$serde_json..de..Reader$LT$R$GT$$u20$as$u20$serde..Read$GT$4take17h0123456789abcdefE")), "serde_json");
});

test("sections of a module are read by number and by name", () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const module = Buffer.from([...header, 1, 2, 0, 0, 0, 3, 2, 0x68, 0x69]);
  assert.deepEqual(sections(module), [{ name: "type", start: 10, size: 2 }, { name: "hi", start: 14, size: 3 }]);
  assert.throws(() => sections(Buffer.from("not wasm")), /does not start with/);
});

describe("the closing tally", () => {
  const NODE = "✔ something\nnode --test: 3 passed, 0 failed, 1 skipped\n";
  const RUST = "test result: ok. 2 passed; 0 failed; 0 ignored;\ntest result: ok. 5 passed; 0 failed; 1 ignored;\n";
  const run = (rust, node) => {
    const folder = mkdtempSync(join(tmpdir(), "primum-tally-"));
    const files = [["rust.log", rust], ["node.log", node]].map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const { stdout, status } = spawnSync(execPath, [join(ROOT, "tools/tally.mjs"), ...files], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    return { last: stdout.trimEnd().split("\n").at(-1), status };
  };

  test("adds up both runners", () => assert.deepEqual(run(RUST, NODE), { last: "10 passed, 0 failed", status: 0 }));
  test("a failure in either is a failure", () => {
    assert.deepEqual(run(RUST.replace("0 failed", "1 failed"), NODE), { last: "10 passed, 1 failed", status: 1 });
    assert.deepEqual(run(RUST, NODE.replace("0 failed", "2 failed")), { last: "10 passed, 2 failed", status: 1 });
  });
  test("a runner that broke off is not success", () => assert.equal(run(RUST, "TypeError: no\n").status, 1));
});
