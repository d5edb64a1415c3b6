// What criterion measured, as it left it in the target folder.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { summary } from "./measure.mjs";

const NANOSECONDS_PER_MILLISECOND = 1e6;

/** @returns {Map<string, import("./measure.mjs").Timing>} by "group/name" */
export function native(target) {
  const folder = join(target, "criterion");
  const found = new Map();
  if (!existsSync(folder)) return found;
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!path.endsWith("new/sample.json")) continue;
    const { iters, times } = JSON.parse(readFileSync(join(folder, path), "utf8"));
    const samples = times.map((time, at) => time / iters[at] / NANOSECONDS_PER_MILLISECOND);
    found.set(path.slice(0, -"/new/sample.json".length), summary(samples));
  }
  return found;
}
