// Every dependency must be usable under a licence on the list: what ships, what only builds, what fuzzes and measures.
import { argv, exit } from "node:process";
import { allDependencies } from "./dependencies.mjs";

// Permissive licences; the same list as deny.toml, and a test holds them together.
export const ALLOWED = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-3-Clause", "Unicode-3.0", "Unlicense", "Zlib"];
// Of tools that never ship, these too.
export const ALLOWED_TOOLS = ["0BSD", "BSD-2-Clause", "BlueOak-1.0.0", "CC0-1.0", "CC-BY-4.0", "ISC", "MIT-0", "MPL-2.0", "NCSA", "Python-2.0"];

/**
 * Whether an SPDX expression can be met from the list: one side of an OR, both sides of an AND.
 * @param {string} expression @param {string[]} allowed @returns {boolean}
 */
export function permits(expression, allowed) {
  const bare = expression.trim().replace(/\//g, " OR ");
  if (bare === "") return false;
  if (allowed.includes(bare)) return true;
  const alternatives = split(bare, " OR ");
  if (alternatives.length > 1) return alternatives.some((side) => permits(side, allowed));
  const parts = split(bare, " AND ");
  if (parts.length > 1) return parts.every((side) => permits(side, allowed));
  return bare.startsWith("(") && bare.endsWith(")") ? permits(bare.slice(1, -1), allowed) : false;
}

// Splits outside brackets only.
function split(expression, operator) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < expression.length; at += 1) {
    if (expression[at] === "(") depth += 1;
    if (expression[at] === ")") depth -= 1;
    if (depth === 0 && expression.startsWith(operator, at)) {
      parts.push(expression.slice(from, at));
      from = at + operator.length;
    }
  }
  return [...parts, expression.slice(from)];
}

if (argv[1]?.endsWith("licences.mjs")) {
  const all = allDependencies();
  const refused = all.filter(({ licence, ships }) => !permits(licence, ships ? ALLOWED : [...ALLOWED, ...ALLOWED_TOOLS]));
  for (const { kind, name, version, licence, ships } of refused) {
    console.error(`licences: ${kind} ${name} ${version} (${ships ? "ships" : "tool"}) is under "${licence}", which is not on the list`);
  }
  console.log(`licences: ${all.filter(({ ships }) => ships).length} dependencies ship, ${all.length} in all, ${refused.length} refused`);
  exit(refused.length > 0 ? 1 : 0);
}
