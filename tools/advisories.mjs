// `./build.sh audit`: whether a known hole is in anything the lock files name. The databases are the RustSec advisories
// (through cargo-audit) and the registry's own of npm. Prints the day, as the answer is that of the day.
// Exit status: 0 looked everywhere and found none, 1 found one, 3 found none but could not look everywhere.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { argv, exit } from "node:process";
import { CRATE_FOLDERS, NODE_FOLDERS } from "./dependencies.mjs";
import { ROOT } from "./paths.mjs";

const FOUND = 1;
const COULD_NOT_LOOK = 3;
// A database that is not there within this is not reached.
const PATIENCE_MS = 5 * 60 * 1000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * @typedef {object} Outcome
 * @property {string} file the lock file
 * @property {string[]} holes one line each
 * @property {string} [failure] why nobody could look; then there are no holes
 */

function run(command, words) {
  const { stdout, stderr, error } = spawnSync(command, words, { cwd: ROOT, encoding: "utf8", timeout: PATIENCE_MS, maxBuffer: MAX_OUTPUT_BYTES, stdio: ["ignore", "pipe", "pipe"] });
  return { stdout: stdout ?? "", said: error ? error.message : reason(stderr ?? "") };
}

/** The first line that says "error", or the last one. */
function reason(said) {
  const lines = said.trim().split("\n").filter((line) => line !== "" && !line.startsWith("npm warn"));
  return lines.find((line) => line.includes("error")) ?? lines.at(-1) ?? "it said nothing";
}

function parsed(text) {
  try { return JSON.parse(text); } catch { return null; }
}

/** @param {string} file @param {{ stdout: string, said: string }} ran @returns {Outcome} */
export function ofCargo(file, { stdout, said }) {
  const list = parsed(stdout)?.vulnerabilities?.list;
  if (!Array.isArray(list)) return { file, holes: [], failure: said };
  return { file, holes: list.map(({ advisory, package: crate }) => `${crate.name} ${crate.version}: ${advisory.id} ${advisory.title}`) };
}

/** @param {string} file @param {{ stdout: string, said: string }} ran @returns {Outcome} */
export function ofNpm(file, { stdout, said }) {
  const report = parsed(stdout);
  if (!report?.vulnerabilities || !report.auditReportVersion) return { file, holes: [], failure: report?.message ?? said };
  const titles = (via) => via.map((one) => (typeof one === "string" ? `through ${one}` : `${one.title} ${one.url}`)).join("; ");
  return { file, holes: Object.entries(report.vulnerabilities).map(([name, { severity, via }]) => `${name} (${severity}): ${titles(via)}`) };
}

/** @param {Outcome[]} outcomes @param {string} day @returns {{ lines: string[], status: number }} */
export function told(outcomes, day) {
  const lines = outcomes.flatMap(({ file, holes, failure }) => {
    if (failure !== undefined) return [`${file}: COULD NOT LOOK: ${failure}`];
    return holes.length === 0 ? [`${file}: no known hole`] : [`${file}: ${holes.length} known:`, ...holes.map((hole) => `  ${hole}`)];
  });
  const holes = outcomes.reduce((sum, one) => sum + one.holes.length, 0);
  const unseen = outcomes.filter(({ failure }) => failure !== undefined).length;
  const end = `${day}: ${holes} known in ${outcomes.length - unseen} of ${outcomes.length} lock files${unseen > 0 ? `; ${unseen} NOT looked at` : ""}`;
  const status = holes > 0 ? FOUND : unseen > 0 ? COULD_NOT_LOOK : 0;
  return { lines: [...lines, end].map((line) => `audit: ${line}`), status };
}

if (argv[1]?.endsWith("advisories.mjs")) {
  const crates = CRATE_FOLDERS.map((folder) => join(folder, "Cargo.lock"));
  const outcomes = [
    ...crates.map((file) => ofCargo(file, run("cargo", ["audit", "--json", "--file", file]))),
    ...NODE_FOLDERS.map((folder) => ofNpm(join(folder, "package-lock.json"), run("npm", ["audit", "--json", "--package-lock-only", "--prefix", folder]))),
  ];
  const { lines, status } = told(outcomes, new Date().toISOString().slice(0, 10));
  for (const line of lines) console.log(line);
  exit(status);
}
