// `node tools/performance/main.mjs [--quick] [PAGE.jsonl] > docs/performance.md`: measures the core as it ships, and its peers, in Node,
// and sets what criterion measured natively beside it. `./build.sh bench` runs it.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { argv, env, execPath, stderr, stdout, version as nodeVersion } from "node:process";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { HELD } from "../budgets.mjs";
import { ROOT, WASM } from "../paths.mjs";
import { measure, worked, workedByThread } from "./measure.mjs";
import { native } from "./native.mjs";
import { peers } from "./peers.mjs";
import { LENGTHS, texts } from "./texts.mjs";

const PATIENCE_MS = argv.includes("--quick") ? 400 : 2_000;
const FACEBOOK_LIMIT = 63_206;
const BYTES_PER_MEGABYTE = 1e6;
/** design: check, warm, in milliseconds. */
const BUDGETS = new Map([[280, 0.05], [2_000, 0.3], [63_206, 10]]);

/** design: a check after a one-character edit in a draft of Facebook's limit, in milliseconds. */
const EDIT_BUDGET = "1";

const milliseconds = (value) => (value === undefined ? "–" : value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(2) : value.toFixed(0));
const percent = (share) => `${Math.round(share * 100)} %`;
const thousands = (count) => count.toLocaleString("en");

async function core() {
  const file = join(WASM, "primum_bg.wasm");
  const module = await import(pathToFileURL(join(WASM, "primum.js")).href);
  const bytes = readFileSync(file);
  const [text] = texts(280);
  const before = worked();
  const beforeOfThread = workedByThread();
  const exports = module.initSync({ module: bytes });
  const loaded = workedByThread() - beforeOfThread;
  module.count_findings(text);
  const first = workedByThread() - beforeOfThread;
  const withCompilers = worked() - before;
  return { module, exports, loaded, first, withCompilers, raw: statSync(file).size, brotli: brotliCompressSync(bytes).length };
}

async function measured(work, longest) {
  const timings = new Map();
  for (const length of LENGTHS.filter((one) => one <= longest)) {
    stderr.write(`  ${length} characters\n`);
    timings.set(length, await measure(texts(length), work, PATIENCE_MS));
  }
  return timings;
}

function table(head, rows) {
  return [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}

function ownTable(own, criterion) {
  const rows = LENGTHS.map((length) => {
    const inNode = own.get(length);
    const natively = criterion.get(`check/${length}`);
    const perThousand = (inNode.median / length) * 1000;
    const ofCriterion = criterion.size > 0 ? [milliseconds(natively?.median), milliseconds(natively?.p95)] : [];
    return [thousands(length), milliseconds(BUDGETS.get(length)), ...ofCriterion, milliseconds(inNode.median), milliseconds(inNode.p95), percent(inNode.spread), milliseconds(perThousand)];
  });
  const ofCriterion = criterion.size > 0 ? ["native, median", "p95"] : [];
  return table(["characters", "budget", ...ofCriterion, "WebAssembly in Node, median", "p95", "middle half", "a thousand characters"], rows);
}

function peerTable(own, others, criterion) {
  const cell = (mine, theirs) => (mine === undefined || theirs === undefined ? "–" : `${milliseconds(theirs.median)} (${(theirs.median / mine.median).toFixed(1)}×), ${milliseconds(theirs.p95)}, ${percent(theirs.spread)}`);
  const rows = others.map(({ name, does, timings }) => [name, does, ...LENGTHS.map((length) => cell(own.get(length), timings.get(length)))]);
  const natively = [["aho-corasick 1.1.5", "aho-corasick", "one plain pass for 10,000 words, native"], ["redact-core 0.12.7", "redact-core", "shapes without names, native"]];
  for (const [name, id, does] of natively) {
    if (!criterion.has(`peers/${id}-280`)) continue;
    rows.push([name, does, ...LENGTHS.map((length) => cell(criterion.get(`check/${length}`), criterion.get(`peers/${id}-${length}`)))]);
  }
  return table(["peer", "what it does", ...LENGTHS.map((length) => `${thousands(length)}`)], rows);
}

/** @param {[string, import("./measure.mjs").Timing | undefined][]} edits */
function editTable(edits) {
  const rows = edits.flatMap(([name, timing]) => (timing ? [[name, EDIT_BUDGET, milliseconds(timing.median), milliseconds(timing.p95), percent(timing.spread)]] : []));
  return table(["one character typed or taken back", "budget", "median", "p95", "middle half"], rows);
}

/** A curve that criterion measured, point by point; the fastest tenth is what others on the machine disturb least. */
function curve(criterion, group, what) {
  const points = [...criterion].filter(([name]) => name.startsWith(`${group}/`)).map(([name, timing]) => ({ at: Number(name.slice(group.length + 1)), timing }));
  points.sort((one, other) => one.at - other.at);
  return table([what, "fastest tenth", "median", "p95", "middle half"], points.map(({ at, timing }) => [thousands(at), milliseconds(timing.best), milliseconds(timing.median), milliseconds(timing.p95), percent(timing.spread)]));
}

/** What tests/bench/page.bench.mjs saw in Chromium. */
function pageTable(lines) {
  const NAMES = { frame_to_document_ms: "frame created to its document, before any script of ours", frame_to_first_answer_ms: "frame created to its first answer drawn (budget 60)", key_to_marks_ms: "key press to the marks drawn, by the clock", own_work_per_key_ms: "our own work for a key press (budget 8 at p95)", focus_to_first_marks_ms: "first click to first marks, with the driver's own clicks", long_task_ms: "long tasks of the page while typing" };
  const timed = lines.filter(({ what }) => what in NAMES).map(({ box, what, n, median, p95, max }) => [box, NAMES[what], n, milliseconds(median ?? undefined), milliseconds(p95 ?? undefined), milliseconds(max ?? undefined)]);
  const kept = lines.filter(({ what }) => what === "memory").map(({ box, keys, before, after }) => `${box}: ${before.wasm_mb} MB of the core and ${before.page_heap_mb} MB of the page's heap before ${thousands(keys)} keys (about an hour of a busy writer), ${after.wasm_mb} and ${after.page_heap_mb} MB after.`);
  return `${table(["box", "milliseconds", "n", "median", "p95", "longest"], timed)}\n\n${kept.join("\n")}`;
}

const INSIDE = ["node", "tools/size.mjs", ".cache/wasm/primum_bg.wasm", ".cache/wasm/primum_full_bg.wasm", "--contents", ".cache/primum.named.wasm"];
const PACKED = ["node", "tools/package/weight.mjs", "dist/chromium", "dist/firefox"];
const printed = ([, ...command]) => execFileSync(execPath, command, { cwd: ROOT, encoding: "utf8" });

const load = loadavg()[0];
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
const pageFile = argv.find((one) => one.endsWith(".jsonl"));
const page = pageFile ? readFileSync(pageFile, "utf8").split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line)) : [];
const criterion = native(env.CARGO_TARGET_DIR ?? join(ROOT, "target"));
const { module, exports, loaded, first, withCompilers, raw, brotli } = await core();
stderr.write("primum\n");
let memory = 0;
const own = await measured((text) => {
  module.count_findings(text);
  // Its length counts an emoji twice.
  if (text.length < 2 * FACEBOOK_LIMIT) memory = exports.memory.buffer.byteLength;
}, Infinity);
stderr.write("primum, after an edit\n");
const long = texts(FACEBOOK_LIMIT)[0];
const middle = long.indexOf("\n", long.length / 2);
const typed = `${long.slice(0, middle)}e${long.slice(middle)}`;
const again = await measure([long, typed], (text) => module.count_findings_again(text), PATIENCE_MS);
const unbroken = [long, typed].map((text) => text.replaceAll("\n", " "));
const inOne = await measure(unbroken, (text) => module.count_findings_again(text), PATIENCE_MS);
const others = [];
for (const { name, does, longest, work } of await peers()) {
  stderr.write(`${name}\n`);
  others.push({ name, does, timings: await measured(work, longest) });
}
stdout.write(`# Performance

Written by \`./build.sh bench\`; milliseconds of processor time a text in Node, of the clock natively, over drafts of the project's own collection joined to each length.
${cpus()[0]?.model.trim()}, ${cpus().length} processors, Node ${nodeVersion}, commit ${commit}, load ${load.toFixed(1)} at the start and ${loadavg()[0].toFixed(1)} at the end. A load above the number of processors means that others worked on the machine at the same time and took its caches: then the figures are too high, and ratios tell more than milliseconds.

## The check
${ownTable(own, criterion)}

Linear when the last column does not grow.${criterion.size === 0 ? " Not in this run: the native check and the native peers, which criterion measures." : ""}

## A key press in ${thousands(FACEBOOK_LIMIT)} characters
${editTable([["WebAssembly in Node", again], ["native", criterion.get(`edit/${FACEBOOK_LIMIT}`)], ["all of it one paragraph, WebAssembly in Node", inOne]])}

Only the lines or sentences around the edit are read anew (\`src/reading.rs\`).

${page.length > 0 ? `## In Chromium, on the shipping build\n${pageTable(page)}\n\n` : ""}## The core beside a compose box
${table(["what", "measured", "budget of the design"], [["raw", `${(raw / 1000).toFixed(0)} kB`, `1,200 kB; held ${thousands(HELD["primum_bg.wasm"].raw / 1000)}`], ["brotli", `${(brotli / 1000).toFixed(0)} kB`, `450 kB; held ${thousands(HELD["primum_bg.wasm"].brotli / 1000)}`], ["compiled and started, in Node", `${milliseconds(loaded)} ms`, ""], ["with the first check", `${milliseconds(first)} ms, and ${milliseconds(withCompilers - first)} of the compilers' threads`, "60 ms for the whole frame"], [`memory after ${thousands(FACEBOOK_LIMIT)} characters`, `${(memory / BYTES_PER_MEGABYTE).toFixed(1)} MB`, "12 MB"]])}

### What is inside
\`${INSIDE.join(" ")}\` and \`${PACKED.join(" ")}\`, which fail the build over a budget:

\`\`\`
${[INSIDE, PACKED].map(printed).join("")}\`\`\`

## Peers, on the same texts in the same run
Median milliseconds, in brackets how many times as long as Primum takes (above 1 Primum is quicker); p95; the middle half's width over the median. Peers in Node are set against the WebAssembly in Node, native ones against the native check. A dash: not measured, as harper.js takes minutes for a text of a million characters.

${peerTable(own, others, criterion)}
${criterion.size === 0 ? "" : `
## More rules, more terms
A check of 2,000 characters, native, milliseconds. Rules are turned off by policy, one after the other.

${curve(criterion, "rules", "rules")}

${curve(criterion, "terms", "terms of an institution")}
`}`);
