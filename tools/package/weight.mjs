// `node tools/package/weight.mjs FOLDER…`: how much each built extension weighs packed, against its budget, and the
// files that weigh most. Over the budget is an error. The build runs it.
import { existsSync } from "node:fs";
import { argv, exit } from "node:process";
import { PACKAGE } from "../budgets.mjs";
import { filesOf, zip } from "./archive.mjs";

const FILES_SHOWN = 8;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function fits(folder) {
  if (!existsSync(folder)) {
    console.error(`weight: got ${folder}, expected a folder with a built extension`);
    return false;
  }
  const files = filesOf(folder);
  const packed = zip(files).length;
  const each = [...files].map(([path, bytes]) => ({ path, packed: zip(new Map([[path, bytes]])).length }));
  each.sort((one, other) => other.packed - one.packed);
  console.log(`${folder}: ${files.size} files, ${kilobytes(packed)} packed of ${kilobytes(PACKAGE)}`);
  console.log(`  ${each.slice(0, FILES_SHOWN).map(({ path, packed: size }) => `${path} ${kilobytes(size)}`).join(", ")}`);
  if (packed > PACKAGE) console.error(`weight: ${folder} is ${kilobytes(packed)} packed, the budget is ${kilobytes(PACKAGE)}`);
  return packed <= PACKAGE;
}

const folders = argv.slice(2);
if (folders.length === 0) {
  console.error("weight: no folder given, expected FOLDER…");
  exit(2);
}
exit(folders.map(fits).every(Boolean) ? 0 : 1);
