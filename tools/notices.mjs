// The licence texts of every crate whose code ships, as their licences ask for.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies } from "./dependencies.mjs";

const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;

function textsOf(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name)).map(({ name }) => name);
  return names.sort().map((name) => readFileSync(join(folder, name), "utf8").trim());
}

/** @returns {string} each text once, under the names of all who use it */
export function notices() {
  const users = new Map();
  const without = [];
  for (const { name, version, licence, folder } of dependencies().filter(({ ships }) => ships)) {
    const texts = textsOf(folder ?? "");
    if (texts.length === 0) without.push(`${name} ${version}: ${licence}`);
    for (const text of texts) users.set(text, [...(users.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...users].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  const stated = without.length > 0 ? [`These state their licence without a text of their own:\n${without.join("\n")}\n`] : [];
  return [...parts, ...stated].join(`\n${"-".repeat(72)}\n\n`);
}
