// The core as it ships (bound, optimised), in Node: the bindings and the module fit each other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { version, WASM } from "../../tools/paths.mjs";
import { sections } from "../../tools/wasm-sections.mjs";

const bytes = readFileSync(join(WASM, "primum_bg.wasm"));
let core;
before(async () => {
  core = await import(pathToFileURL(join(WASM, "primum.js")).href);
  core.initSync({ module: bytes });
});

test("the core states the version of the crate", () => {
  assert.equal(core.version(), version());
});

test("no function names, no compiler names and no place of this machine are shipped", () => {
  const names = sections(bytes).map(({ name }) => name);
  assert.deepEqual(names.filter((name) => ["name", "producers"].includes(name) || name.startsWith(".debug")), []);
  const text = bytes.toString("latin1");
  assert.doesNotMatch(text, /\/(home|root|Users)\/|\.cargo\/registry/);
});
