// What the product is made of and made with: crates and node packages with version, licence and checksum.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.mjs";

const WASM_TARGET = "wasm32-unknown-unknown";
// The tree of `cargo metadata` for a few hundred crates is a few MB of JSON.
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * @typedef {object} Dependency
 * @property {"cargo" | "npm"} kind
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression, "" where none is stated
 * @property {boolean} ships whether its code is in the package
 * @property {{ alg: string, content: string } | null} hash
 * @property {string} [folder] of a crate's source on this machine; never written into a file
 */

function cargoMetadata(manifest) {
  const output = execFileSync("cargo", ["metadata", "--format-version=1", "--locked", `--filter-platform=${WASM_TARGET}`, `--manifest-path=${manifest}`],
    { cwd: ROOT, encoding: "utf8", maxBuffer: MAX_OUTPUT_BYTES, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(output);
}

// Crates reached by normal dependencies alone, and not through a procedural macro: those run in the compiler.
function shippedIds(metadata) {
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const macros = new Set(metadata.packages.filter((entry) => entry.targets.some(({ kind }) => kind.includes("proc-macro"))).map(({ id }) => id));
  const shipped = new Set();
  const waiting = [metadata.resolve.root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (shipped.has(id) || macros.has(id)) continue;
    shipped.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) waiting.push(pkg);
  }
  return shipped;
}

function lockedChecksums(lockFile) {
  const text = readFileSync(join(ROOT, lockFile), "utf8");
  const entries = text.matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "([0-9a-f]{64})"$/gm);
  return new Map([...entries].map(([, name, version, sum]) => [`${name}@${version}`, sum]));
}

/** @param {string} folder with a Cargo.toml @param {boolean} isProduct @returns {Dependency[]} */
function crates(folder, isProduct) {
  const metadata = cargoMetadata(join(folder, "Cargo.toml"));
  const shipped = isProduct ? shippedIds(metadata) : new Set();
  const sums = lockedChecksums(join(folder, "Cargo.lock"));
  return metadata.packages.filter(({ id }) => id !== metadata.resolve.root).map(({ id, name, version, license, manifest_path: manifest }) => {
    const sum = sums.get(`${name}@${version}`);
    const hash = sum ? { alg: "SHA-256", content: sum } : null;
    return { kind: "cargo", name, version, licence: license ?? "", ships: shipped.has(id), hash, folder: dirname(manifest) };
  });
}

/** @returns {Dependency[]} */
function nodePackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(packages).filter(([path]) => path !== "").map(([path, { version, license, integrity }]) => ({
    kind: "npm",
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    version,
    licence: typeof license === "string" ? license : "",
    ships: false,
    hash: integrity ? { alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") } : null,
  }));
}

/** @returns {Dependency[]} every one once, in a fixed order */
export function dependencies() {
  const all = [...crates(".", true), ...crates("tools/bindgen", false), ...nodePackages()];
  const once = new Map();
  for (const entry of all) {
    const key = `${entry.kind}:${entry.name}@${entry.version}`;
    if (!once.get(key)?.ships) once.set(key, entry);
  }
  return [...once.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
