// A zip whose bytes depend on names and contents alone: same files, same archive, on every machine.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

// The zip format's first day; it counts from 1980 in local time, and so does this constructor.
const EPOCH = new Date(1980, 0, 1);
// Node's own deflate differs between processors; fflate is plain JavaScript and pinned.
const OPTIONS = { level: 9, mtime: EPOCH, os: 3, attrs: 0o644 << 16 };

/** @param {string} folder @returns {Map<string, Buffer>} paths with `/`, in order of their bytes */
export function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll("\\", "/"));
  return new Map(paths.sort(byBytes).map((path) => [path, readFileSync(join(folder, path))]));
}

const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** @param {Map<string, Uint8Array>} files @returns {Buffer} */
export function zip(files) {
  const entries = [...files].sort(([a], [b]) => byBytes(a, b)).map(([path, bytes]) => [path, [bytes, OPTIONS]]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}
