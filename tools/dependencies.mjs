// What the product is made of and made with: crates and node packages with version, licence and checksum.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.mjs";

const WASM_TARGET = "wasm32-unknown-unknown";
/** Every folder with a Cargo.lock; the product's own first. */
export const CRATE_FOLDERS = [".", "tools/bindgen", "fuzz", "benches"];
/** Every folder with a package-lock.json; the product's own first. */
export const NODE_FOLDERS = [".", "benches/peers"];
// Those that the product is made with. The others fuzz it or measure it beside its peers, and are installed for that alone.
const MAKING = { crates: [".", "tools/bindgen"], node: ["."] };
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

// The product is built for WebAssembly, and what fuzzes and measures it for this machine.
function platform(folder) {
  if (MAKING.crates.includes(folder)) return WASM_TARGET;
  const found = /^host: (.+)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }));
  if (!found) throw new Error("rustc -vV: no line \"host: …\" found");
  return found[1];
}

function cargoMetadata(folder) {
  const output = execFileSync("cargo", ["metadata", "--format-version=1", "--locked", `--filter-platform=${platform(folder)}`, `--manifest-path=${join(folder, "Cargo.toml")}`],
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

/** @param {string} folder with a Cargo.toml @returns {Dependency[]} */
function crates(folder) {
  const metadata = cargoMetadata(folder);
  const shipped = folder === "." ? shippedIds(metadata) : new Set();
  const sums = lockedChecksums(join(folder, "Cargo.lock"));
  const own = new Set(metadata.packages.filter(({ source }) => source === null).map(({ id }) => id));
  return metadata.packages.filter(({ id }) => !own.has(id)).map(({ id, name, version, license, manifest_path: manifest }) => {
    const sum = sums.get(`${name}@${version}`);
    const hash = sum ? { alg: "SHA-256", content: sum } : null;
    return { kind: "cargo", name, version, licence: license ?? "", ships: shipped.has(id), hash, folder: dirname(manifest) };
  });
}

const nameOf = (path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
// Older packages state their licence in a field that lock files leave out; read in the package itself.
const STATED = { "prelude-ls@1.1.2": "MIT" };

/** @param {string} folder with a package-lock.json @returns {Dependency[]} */
function nodePackages(folder) {
  const { packages } = JSON.parse(readFileSync(join(ROOT, folder, "package-lock.json"), "utf8"));
  // What stands outside node_modules is the project's own: the folder itself, and what stands in for a package.
  return Object.entries(packages).filter(([path, { link }]) => path.startsWith("node_modules/") && !link).map(([path, { version, license, integrity }]) => ({
    kind: "npm",
    name: nameOf(path),
    version,
    licence: typeof license === "string" ? license : STATED[`${nameOf(path)}@${version}`] ?? "",
    ships: false,
    hash: integrity ? { alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") } : null,
  }));
}

/** @returns {Dependency[]} what the product is made of and made with, every one once, in a fixed order */
export function dependencies() {
  return once([...MAKING.crates.flatMap(crates), ...MAKING.node.flatMap(nodePackages)]);
}

/** @returns {Dependency[]} those, and what fuzzes and measures it: every lock file of the repository */
export function allDependencies() {
  return once([...CRATE_FOLDERS.flatMap(crates), ...NODE_FOLDERS.flatMap(nodePackages)]);
}

function once(all) {
  const found = new Map();
  for (const entry of all) {
    const key = `${entry.kind}:${entry.name}@${entry.version}`;
    if (!found.get(key)?.ships) found.set(key, entry);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
