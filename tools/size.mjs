// `node tools/size.mjs FILE.wasm`: raw and compressed size against the budget; over it is an error.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { argv, exit } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { sections } from "./wasm-sections.mjs";

// The design asks for 1,200 kB raw and 450 kB brotli, so that a frame answers within 60 ms on an old
// laptop. The core is larger today (ARCHITECTURE.md, "Budgets"); these hold it where it is until it fits.
const RAW_BUDGET_BYTES = 2_300_000;
const BROTLI_BUDGET_BYTES = 860_000;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function report(file) {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log(`${basename(file)}: ${kilobytes(bytes.length)} raw, ${kilobytes(brotli)} brotli, ${kilobytes(gzipSync(bytes).length)} gzip`);
  console.log(`  sections: ${sections(bytes).map(({ name, size }) => `${name} ${kilobytes(size)}`).join(", ")}`);
  const over = [
    ["raw", bytes.length, RAW_BUDGET_BYTES],
    ["brotli", brotli, BROTLI_BUDGET_BYTES],
  ].filter(([, size, budget]) => size > budget);
  for (const [name, size, budget] of over) {
    console.error(`size: ${basename(file)} is ${kilobytes(size)} ${name}, the budget is ${kilobytes(budget)}`);
  }
  return over.length === 0;
}

const [file] = argv.slice(2);
if (!file) {
  console.error("size: no file given, expected a .wasm file");
  exit(2);
}
exit(report(file) ? 0 : 1);
