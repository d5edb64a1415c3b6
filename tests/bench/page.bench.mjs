// `node tests/bench/page.bench.mjs` after a build: the page script in real Chromium, on the shipping build, as JSON lines.
// Key press → marks painted, our own work per key (by the profiler), long tasks, focus → first marks, memory after typing.
// PRIMUM_BENCH_KEYS and PRIMUM_BENCH_MEMORY_KEYS set how many keys are pressed.
import { env, stdout } from "node:process";
import { boxOf, clickFirst, openBox, pause, press, until } from "../browser/harness/index.mjs";
import { launchPrimum, primumFrame, shown } from "../browser/e2e-harness.mjs";
import { linesBy } from "../browser/page-harness.mjs";

const KEYS = Number(env.PRIMUM_BENCH_KEYS ?? 60);
/** About an hour of a busy writer, pressed in minutes. */
const MEMORY_KEYS = Number(env.PRIMUM_BENCH_MEMORY_KEYS ?? 3000);
/** Between two keys: longer than anything a key sets off, so that each has its own burst of work. */
const KEY_MS = 150;
/** Own work that far apart belongs to different keys. */
const BURST_GAP_MS = 60;
const SAMPLE_US = 100;
const STARTS = 5;
const PATIENT = { timeoutMs: 30_000 };
const BOXES = ["x-home", "facebook-post"];
const FILLER = "The night was long and the coffee was short, and everyone helped where they could. ";
/** Typing goes on after the first word: every key moves every mark, and changes none. */
const FIRST = "So";
const DRAFT = `${FIRST}, Mrs. Lindqvist in bed 12 finally slept. ${FILLER.repeat(3)}`.slice(0, 280).trim();

/** @param {number[]} all */
function told(box, what, all, more = {}) {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN) * 100) / 100;
  stdout.write(`${JSON.stringify({ bench: "page", box, what, n: sorted.length, median: at(0.5), p95: at(0.95), min: at(0), max: at(1), ...more })}\n`);
}

/** A session with the page, and the world in which the extension's script runs. */
async function watch(page) {
  const client = await page.context().newCDPSession(page);
  const worlds = [];
  client.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
  await client.send("Runtime.enable");
  const world = await until(() => worlds.find((one) => one.origin.startsWith("chrome-extension://")), (one) => one !== undefined, { what: "the script's world" });
  return { client, world: world.id };
}

/** Notes when keys are pressed and when lines are drawn, in the script's own world. */
async function note({ client, world }) {
  await client.send("DOM.enable");
  const { nodes } = await client.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  const line = nodes.find((node) => node.attributes?.includes("data-severity"));
  const { object } = await client.send("DOM.resolveNode", { nodeId: line.nodeId, executionContextId: world });
  await client.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration: String(function () {
    const noted = { keys: [], paints: [] };
    globalThis.noted = noted;
    addEventListener("keydown", (event) => noted.keys.push(event.timeStamp), true);
    new MutationObserver(() => noted.paints.push(performance.now())).observe(this.parentNode, { subtree: true, attributes: true, childList: true });
  }) });
}

async function noted({ client, world }) {
  const { result } = await client.send("Runtime.evaluate", { expression: "globalThis.noted", contextId: world, returnByValue: true });
  return result.value;
}

/** Milliseconds of each burst of samples in which our script is on the stack. */
function ownBursts({ nodes, samples, timeDeltas }) {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const own = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isOwn = (id) => {
    if (!own.has(id)) own.set(id, /\/page\.js$/.test(byId.get(id).callFrame.url) || (parents.has(id) && isOwn(parents.get(id))));
    return own.get(id);
  };
  const bursts = [];
  let at = 0;
  let last = -Infinity;
  samples.forEach((sample, index) => {
    const ms = timeDeltas[index] / 1000;
    at += ms;
    if (!isOwn(sample)) return;
    if (at - last > BURST_GAP_MS) bursts.push(0);
    bursts[bursts.length - 1] += ms;
    last = at;
  });
  return bursts;
}

/** The functions in which our script spends its time. */
function dearest({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spent = new Map();
  samples.forEach((sample, index) => {
    const { functionName, url } = byId.get(sample).callFrame;
    if (/\/page\.js$/.test(url)) spent.set(functionName, (spent.get(functionName) ?? 0) + timeDeltas[index] / 1000);
  });
  return Object.fromEntries([...spent].sort((a, b) => b[1] - a[1]).slice(0, 8).map(([name, ms]) => [name, Math.round(ms * 10) / 10]));
}

async function typed(page, keys, gap) {
  for (let at = 0; at < keys; at += 1) {
    await page.keyboard.press("abcde "[at % 6]);
    if (gap > 0) await pause(gap);
  }
}

async function afterFirst(page) {
  await press(page, "Control+Home");
  for (const _ of FIRST) await press(page, "ArrowRight");
}

async function keys(browser, box) {
  const page = await browser.newPage();
  await openBox(page, box);
  await page.keyboard.insertText(DRAFT);
  await shown(page, "chip", (words) => words.includes("Stop"));
  const world = await watch(page);
  await until(() => linesBy(world.client), (lines) => lines.length > 0, { what: "marks" });
  await afterFirst(page);
  await note(world);
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
  });
  await typed(page, KEYS, KEY_MS);
  const { keys: pressed, paints } = await noted(world);
  told(box, "key_to_marks_ms", pressed.flatMap((key) => paints.find((paint) => paint >= key && paint < key + KEY_MS + 500) - key || []), { draft: DRAFT.length });
  told(box, "long_task_ms", await page.evaluate(() => globalThis.longTasks), { keys: KEYS });
  await world.client.send("Profiler.enable");
  await world.client.send("Profiler.setSamplingInterval", { interval: SAMPLE_US });
  await world.client.send("Profiler.start");
  await typed(page, KEYS, KEY_MS);
  const { profile } = await world.client.send("Profiler.stop");
  told(box, "own_work_per_key_ms", ownBursts(profile), { dearest: dearest(profile) });
  await page.close();
}

/** Notes in the frame's own document when its chip first speaks of the draft, from the moment the document began. */
function noteFirstAnswer() {
  if (globalThis.location.protocol !== "chrome-extension:") return;
  new MutationObserver((_changes, watcher) => {
    if (!globalThis.document.querySelector(".chip")?.innerText.includes("Stop")) return;
    globalThis.firstAnswer = performance.now();
    watcher.disconnect();
  }).observe(globalThis.document, { subtree: true, childList: true, attributes: true });
}

async function start(browser, box) {
  const times = [];
  const answers = [];
  const documents = [];
  for (let round = 0; round < STARTS; round += 1) {
    const page = await browser.newPage();
    await page.addInitScript(noteFirstAnswer);
    await page.goto(boxOf(box).url);
    for (const selector of boxOf(box).clicks ?? []) await clickFirst(page, selector);
    const { client } = await watch(page);
    const from = Date.now();
    await clickFirst(page, boxOf(box).editor);
    await page.keyboard.insertText(DRAFT);
    await until(() => linesBy(client), (lines) => lines.length > 0, { ...PATIENT, what: "the first marks" });
    times.push(Date.now() - from);
    const frame = await primumFrame(page);
    answers.push(await until(() => frame.evaluate(() => globalThis.firstAnswer), (at) => at !== undefined, { what: "the first answer" }));
    documents.push(await frame.evaluate(() => performance.getEntriesByType("navigation")[0].domInteractive));
    await page.close();
  }
  told(box, "frame_to_document_ms", documents);
  told(box, "frame_to_first_answer_ms", answers);
  told(box, "focus_to_first_marks_ms", times, { note: "with the driver's own clicks and questions" });
}

async function memory(browser, box) {
  const page = await browser.newPage();
  await openBox(page, box);
  await page.keyboard.insertText(DRAFT);
  await shown(page, "chip", (words) => words.includes("Stop"));
  const frame = await primumFrame(page);
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.enable");
  const measured = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const wasm = await frame.evaluate(async () => {
      const core = await import(new URL("primum.js", globalThis.location.href).href);
      return (await core.default()).memory.buffer.byteLength;
    });
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    return { wasm_mb: Math.round(wasm / 1e4) / 100, page_heap_mb: Math.round(usedSize / 1e4) / 100 };
  };
  const before = await measured();
  await afterFirst(page);
  for (let round = 0; round < MEMORY_KEYS / 60; round += 1) {
    await typed(page, 30, 0);
    for (let at = 0; at < 30; at += 1) await page.keyboard.press("Backspace");
  }
  stdout.write(`${JSON.stringify({ bench: "page", box, what: "memory", keys: MEMORY_KEYS, before, after: await measured() })}\n`);
  await page.close();
}

const browser = await launchPrimum();
try {
  for (const box of BOXES) {
    await start(browser, box);
    await keys(browser, box);
    await memory(browser, box);
  }
} finally {
  await browser.close();
}
