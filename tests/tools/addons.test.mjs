// Mozilla's own linter over the built Firefox package: no error, and no warning that is not explained here.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { test } from "node:test";
import { DIST, ROOT } from "../../tools/paths.mjs";

const LINTER = join(ROOT, "node_modules/addons-linter/bin/addons-linter");
const PACKAGE = join(DIST, "firefox");

/** Warnings that stay, each with its reason. A new one, or one that is gone, fails the test. */
const EXPLAINED = {
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION:
    "data_collection_permissions came to Firefox for Android with 142; the oldest desktop version served is the ESR 140, and Primum is for desktops",
};

/** @returns {Promise<{ errors: Found[], warnings: Found[] }>} @typedef {{ code: string, message: string, file?: string }} Found */
const lint = () => new Promise((give, fail) => {
  execFile(execPath, [LINTER, "--output", "json", PACKAGE], { maxBuffer: 1 << 26 }, (error, out) => {
    // The linter ends with 1 where it found something; what it says is still JSON.
    try {
      give(JSON.parse(out));
    } catch {
      fail(error ?? new Error(`addons-linter: expected JSON, got ${out.length} characters`));
    }
  });
});

test("addons-linter finds no error and only explained warnings", { skip: !existsSync(PACKAGE) && "dist/firefox is not built: ./build.sh build" }, async () => {
  const { errors, warnings } = await lint();
  assert.deepEqual(errors.map(({ code, file, message }) => `${code} ${file ?? ""} ${message}`), []);
  assert.deepEqual([...new Set(warnings.map(({ code }) => code))].sort(), Object.keys(EXPLAINED).sort());
});
