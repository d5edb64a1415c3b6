// `node tools/size.mjs FILE.wasm… [--contents NAMED.wasm]`: raw and compressed size against the budgets; over one
// is an error. `--contents` lists what is inside, from the build before names were dropped (.cache/primum.named.wasm).
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { argv, exit } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { HELD } from "./budgets.mjs";
import { ROOT } from "./paths.mjs";
import { functions, moduleOf } from "./wasm-functions.mjs";
import { sections } from "./wasm-sections.mjs";

const PARTS_SHOWN = 30;
const FUNCTIONS_SHOWN = 20;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function report(file) {
  const budget = HELD[basename(file)];
  if (!budget) {
    console.error(`size: no budget for ${basename(file)}, expected one of ${Object.keys(HELD).join(", ")}`);
    return false;
  }
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log(`${basename(file)}: ${kilobytes(bytes.length)} raw, ${kilobytes(brotli)} brotli, ${kilobytes(gzipSync(bytes).length)} gzip`);
  console.log(`  sections: ${sections(bytes).map(({ name, size }) => `${name} ${kilobytes(size)}`).join(", ")}`);
  const over = [
    ["raw", bytes.length, budget.raw],
    ["brotli", brotli, budget.brotli],
  ].filter(([, size, most]) => size > most);
  for (const [name, size, most] of over) {
    console.error(`size: ${basename(file)} is ${kilobytes(size)} ${name}, the budget is ${kilobytes(most)}`);
  }
  return over.length === 0;
}

/** What is inside: parts of the Rust code, the largest functions, the lists. `named` is the module before names were dropped. */
function contents(named) {
  const all = functions(readFileSync(named));
  const parts = new Map();
  for (const { name, size } of all) parts.set(moduleOf(name), (parts.get(moduleOf(name)) ?? 0) + size);
  const bySize = (one, other) => other.size - one.size;
  const largest = (list, count) => [...list].sort(bySize).slice(0, count).map(({ name, size }) => `  ${kilobytes(size).padStart(9)}  ${name}`);
  console.log(`code by part, before wasm-opt (${basename(named)}):`);
  console.log(largest([...parts].map(([name, size]) => ({ name, size })), PARTS_SHOWN).join("\n"));
  console.log("largest functions:");
  console.log(largest(all, FUNCTIONS_SHOWN).join("\n"));
  console.log("lists, in the data section:");
  console.log(largest(lists(), PARTS_SHOWN).join("\n"));
}

/** Files that the crate includes as bytes, and those that build.rs packs. */
function lists() {
  const built = join(ROOT, "target/wasm32-unknown-unknown/shipped/build");
  const packed = existsSync(built) ? readdirSync(built, { recursive: true }).filter((file) => /^primum-[^/]*\/out\/.*\.(bin|txt)$/.test(file)) : [];
  // Builds with other features pack the same lists: each name counts once.
  const files = new Map(packed.map((file) => [basename(file), join(built, file)]));
  files.set("weights.bin", join(ROOT, "data/weights/weights.bin"));
  return [...files].map(([name, file]) => ({ name, size: statSync(file).size }));
}

const options = argv.slice(2);
const named = options.includes("--contents") ? options.splice(options.indexOf("--contents"), 2)[1] : undefined;
if (options.length === 0) {
  console.error("size: no file given, expected FILE.wasm… [--contents NAMED.wasm]");
  exit(2);
}
const fits = options.map(report);
if (named) contents(named);
exit(fits.every(Boolean) ? 0 : 1);
