// Where things are, for the build's own scripts.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
export const EXTENSION = join(ROOT, "extension");
export const WASM = join(ROOT, ".cache", "wasm");
export const DIST = join(ROOT, "dist");
export const PACKAGES = join(DIST, "packages");

/** The one version: that of the crate. */
export function version() {
  const found = /^version = "(\d+\.\d+\.\d+)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"));
  if (!found) throw new Error('Cargo.toml: no version = "X.Y.Z" found');
  return found[1];
}
