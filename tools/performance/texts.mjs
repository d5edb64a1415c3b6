// The texts of benches/texts.rs, made the same way: drafts of the project's own collection, joined to a given length.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.mjs";

/** A post on X, a long comment, Facebook's limit, and far beyond. */
export const LENGTHS = [280, 2_000, 63_206, 1_000_000];
const SAMPLES = 16;
const LONG = 10_000;

function drafts() {
  const lines = readFileSync(join(ROOT, "tests/drafts/drafts.jsonl"), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line).text);
}

function textOf(list, characters) {
  const parts = [];
  for (let at = 0, count = 0; count < characters; at += 1) {
    const draft = list[at % list.length];
    parts.push(draft, "\n");
    count += [...draft].length + 1;
  }
  return [...parts.join("")].slice(0, characters).join("");
}

/** Texts of `characters`, each from another place of the collection; one where it holds every draft anyway. */
export function texts(characters) {
  let list = drafts();
  const count = characters > LONG ? 1 : SAMPLES;
  const step = Math.floor(list.length / count);
  return Array.from({ length: count }, () => {
    list = [...list.slice(step), ...list.slice(0, step)];
    return textOf(list, characters);
  });
}
