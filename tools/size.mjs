// `node tools/size.mjs FILE.wasm`: raw and compressed size against the budget; over it is an error.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { argv, exit } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { sections } from "./wasm-sections.mjs";

// Budgets of the design: a frame has to answer within 60 ms of being created, on an old laptop.
const RAW_BUDGET_BYTES = 1_200_000;
const BROTLI_BUDGET_BYTES = 450_000;

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
