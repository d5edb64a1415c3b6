// The house rules a compiler does not know. `node tools/conventions.mjs` names every file and line that breaks one.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exit } from "node:process";
import { ROOT } from "./paths.mjs";

// Longer files have a missing noun. The guide sizes are 150, 400 and 250; a file a little over may wait for its next change.
const LONGEST = [
  { files: /^src\/rules\/.+\/.+\.rs$/, lines: 165 },
  { files: /\.(rs|test\.mjs)$/, lines: 460 },
  { files: /\.(ts|mjs)$/, lines: 250 },
];

/** @type {{ files: RegExp, but?: RegExp, found: RegExp, why: string }[]} */
const FORBIDDEN = [
  { files: /./, but: /^(package-lock\.json|.*Cargo\.lock)$/, found: /(?<![\w.])\/(home|root|work|Users)\/\w/, why: "a path of one machine" },
  // Split, so that this file does not find itself.
  { files: /./, but: /Cargo\.lock$/, found: new RegExp(["registry\\.npm", "js\\.org|static\\.crates", "\\.io"].join("")), why: "the host of a package registry" },
  { files: /^extension\/.*\.ts$/, found: /\b(XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon)\b/, why: "the network: Primum has no door to it" },
  { files: /^extension\/.*\.ts$/, found: /\bconsole\.\w+\(/, why: "a log line: it could hold draft words" },
  { files: /^extension\/.*\.ts$/, found: /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/, why: "markup from a string" },
  { files: /^extension\/.*\.ts$/, found: /\b(eval|new Function)\s*\(/, why: "code from a string" },
  { files: /^extension\/page\/.*\.ts$/, found: /\bsetInterval\(/, why: "polling: observe instead" },
  { files: /^src\/.*\.rs$/, found: /\b(println|eprintln|print|eprint)!\(/, but: /^src\/(bin|command)\//, why: "printing outside the native command" },
];

function trackedFiles() {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" });
  return listed.split("\0").filter((file) => file !== "" && existsSync(join(ROOT, file)));
}

const isText = (text) => !text.includes("\0");

function tooLong(file, text) {
  const limit = LONGEST.find(({ files }) => files.test(file));
  const lines = text.split("\n").length - 1;
  return limit && lines > limit.lines ? [`${file}: ${lines} lines, expected ${limit.lines} at most`] : [];
}

function forbidden(file, text) {
  const rules = FORBIDDEN.filter(({ files, but }) => files.test(file) && !but?.test(file));
  if (rules.length === 0) return [];
  return text.split("\n").flatMap((line, at) =>
    rules.filter(({ found }) => found.test(line)).map(({ why }) => `${file}:${at + 1}: ${why}`));
}

// A page's named elements hide the document's own properties (extension/page/document.ts).
function bareDocument(file, text) {
  const isAsked = /^extension\/page\/(?!document\.ts|main\.ts).*\.ts$/.test(file) && /^(?!\s*(\/\/|\*|\/\*)).*(?<![\w".])document\./m.test(text);
  return isAsked && !/^import \{ document \} from /m.test(text) ? [`${file}: document is used without extension/page/document.ts`] : [];
}

const broken = trackedFiles().flatMap((file) => {
  const text = readFileSync(join(ROOT, file), "utf8");
  return isText(text) ? [...tooLong(file, text), ...forbidden(file, text), ...bareDocument(file, text)] : [];
});
for (const line of broken) console.error(`conventions: ${line}`);
exit(broken.length > 0 ? 1 : 0);
