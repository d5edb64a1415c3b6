// Looks for words of drafts wherever they could have gone: what the tests of privacy share. Each detector gives what it
// found and where, never whether that is well; tests/browser/privacy-controls.test.mjs shows that each finds a planted leak.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Words that no page, no list and no message of ours holds: where one of them is found, it came from a draft. */
export const CANARIES = ["Quorlbrant", "Zwetschkenbaum", "7730915", "Vexholmia", "ptarmiganesque"];

/** What the clinician had copied before; a session that leaves the clipboard alone leaves this. */
export const SENTINEL = "what the clinician had copied before";

/** The words in a text. */
export const finds = (/** @type {string} */ text) => CANARIES.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

const leaking = (/** @type {string[]} */ lines) => lines.filter((line) => finds(line).length > 0);

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    return one.isDirectory() ? filesUnder(path) : one.isFile() ? [path] : [];
  });
}

/** A word as it would be written: in one byte or two bytes a letter. */
function foundIn(bytes) {
  return CANARIES.filter((word) => bytes.includes(Buffer.from(word, "utf8")) || bytes.includes(Buffer.from(word, "utf16le")));
}

/** The files of a profile that hold a word. */
export function leaksOnDisk(folder) {
  return filesUnder(folder).flatMap((file) => {
    const found = foundIn(readFileSync(file));
    return found.length > 0 ? [{ file: file.slice(folder.length + 1), found }] : [];
  });
}

/** Where the extension would write; what the site's own fields leave in a profile is the browser's and the site's. */
export const isWhereWeWrite = ({ file }) => /extension|service worker|indexeddb|local storage|session storage|cache|log|crash/i.test(file);

/** Runs in the page, before its scripts: keeps what changes outside the page's own body and head. */
function mutations() {
  const seen = /** @type {string[]} */ ([]);
  Object.assign(globalThis, { seen });
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      const one = /** @type {any} */ (target);
      if (one.closest?.("#react-root, [id^=mount], body, head") ?? one.parentElement?.closest("body, head")) continue;
      seen.push(`${type} ${one.localName} ${attributeName ?? ""} ${one.getAttribute?.(attributeName ?? "") ?? ""} ${[...addedNodes].map((node) => node.textContent).join("")}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Works on a Playwright page and on a Puppeteer page alike. */
export const watchPage = (page) => (page.addInitScript ?? page.evaluateOnNewDocument).call(page, mutations);

/** Markup of the page, without the text that editors and posts hold. */
export const leaksInAttributes = async (page) => leaking(await page.evaluate(() =>
  [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes].map((a) => `${one.localName} ${a.name}=${a.value}`))));

export const leaksOutsideBody = async (page) => leaking(await page.evaluate(() => /** @type {any} */ (globalThis).seen));

export const leaksInSiteStorage = async (page) => finds(await page.evaluate(async () =>
  JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, location.href, await indexedDB.databases(), await caches.keys()])));

/** What is in the clipboard, when it is not what was there before. */
export async function leaksInClipboard(page) {
  const text = await page.evaluate(() => navigator.clipboard.readText());
  return text === SENTINEL ? [] : [text];
}

/** Everything the extension keeps, as one of its own pages sees it. */
export async function keptByExtension(page) {
  const kept = await page.evaluate(async () => {
    const { storage } = /** @type {any} */ (globalThis).chrome;
    const areas = await Promise.all(["local", "session", "sync", "managed"].map((name) => storage[name].get(null)));
    return { areas, databases: await indexedDB.databases(), caches: await caches.keys(), site: { ...localStorage, ...sessionStorage }, cookie: document.cookie };
  });
  const [local, session, sync, managed] = kept.areas;
  return { local, rest: [session, sync, managed, kept.databases, kept.caches, kept.site, kept.cookie], leaks: finds(JSON.stringify(kept)) };
}

/** Collects every line of every log, of pages and of the worker. */
export function collectLogs(context) {
  const lines = /** @type {string[]} */ ([]);
  context.on("console", (message) => lines.push(`${message.location().url} ${message.text()}`));
  context.on("weberror", (error) => lines.push(String(error.error())));
  for (const worker of context.serviceWorkers()) worker.on("console", (message) => lines.push(message.text()));
  return { lines, leaks: () => leaking(lines) };
}

/** The switches that make Chromium write its own network log. */
export const netLogSwitches = (/** @type {string} */ file) => [`--log-net-log=${file}`, "--net-log-capture-mode=Everything"];

/** The requests in a network log: who asked for what, and those with a word in address or headers. */
export function requestsIn(file) {
  const { constants, events } = JSON.parse(readFileSync(file, "utf8").replace(/,\s*$/, "]}"));
  const start = constants.logEventTypes.URL_REQUEST_START_JOB;
  const requests = events.filter((event) => event.type === start && event.params?.url).map(({ params }) => params);
  return { requests, byExtension: requests.filter(({ initiator }) => /extension:/.test(initiator ?? "")).map(({ url }) => url), leaks: finds(JSON.stringify(requests)) };
}
