// Whole sessions with the shipping extension, and then a search for words of the drafts everywhere they could
// have gone: the network, storage and the profile folder, logs, the clipboard, the page's own document.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { HOSTS } from "../practice/hosts.mjs";
import { launchPrimum, openPanel, primumFrame, shown, write } from "./e2e-harness.mjs";
import { pause, post, postedExactly, press, until } from "./harness/index.mjs";

/** Words that no page, no list and no message of ours holds: where one of them is found, it came from a draft. */
const CANARIES = ["Quorlbrant", "Zwetschkenbaum", "7730915", "Vexholmia", "ptarmiganesque"];
const DRAFTS = {
  post: "Mrs. Quorlbrant in bed 12, MRN 7730915, felt ptarmiganesque today",
  fix: "My patient Mr. Zwetschkenbaum cried at 4:15 this morning in Vexholmia",
  crash: "Mrs. Quorlbrant was discharged from Vexholmia, MRN 7730915",
};
const SENTINEL = "what the clinician had copied before";
/** The frame's typing pause, after which it does all that it does. */
const SETTLED_MS = 1800;

const finds = (/** @type {string} */ text) => CANARIES.filter((word) => text.toLowerCase().includes(word.toLowerCase()));

/** @type {any} */
let browser;
const logs = /** @type {string[]} */ ([]);
const netLog = join(mkdtempSync(join(tmpdir(), "primum-netlog-")), "net.json");
/** What the profile folder held, by file, once the browser had closed. */
const onDisk = /** @type {{ file: string, found: string[] }[]} */ ([]);

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

function searchProfile(folder) {
  for (const file of filesUnder(folder)) {
    const found = foundIn(readFileSync(file));
    if (found.length > 0) onDisk.push({ file: file.slice(folder.length + 1), found });
  }
}

/** Everything that speaks of the page's own document: markup, without the text the editors and posts hold. */
const attributesOf = (page) => page.evaluate(() => [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes].map((a) => `${one.localName} ${a.name}=${a.value}`)));

const mutations = () => {
  const seen = /** @type {string[]} */ ([]);
  Object.assign(globalThis, { seen });
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      const one = /** @type {any} */ (target);
      if (one.closest?.("#react-root, [id^=mount], body, head") ?? one.parentElement?.closest("body, head")) continue;
      seen.push(`${type} ${one.localName} ${attributeName ?? ""} ${one.getAttribute?.(attributeName ?? "") ?? ""} ${[...addedNodes].map((node) => node.textContent).join("")}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
};

async function newPage() {
  const page = await browser.newPage();
  await page.addInitScript(mutations);
  return page;
}

/** What a page knows of the session: nothing of Primum's in its markup, storage and logs. */
async function searchPage(page) {
  assert.deepEqual((await attributesOf(page)).filter((one) => finds(one).length > 0), [], "attributes");
  const outside = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
  assert.deepEqual(outside.filter((one) => finds(one).length > 0), [], "changes outside the page's own body");
  const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, location.href, await indexedDB.databases(), await caches.keys()]));
  assert.deepEqual(finds(kept), [], "the site's own storage");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), SENTINEL, "the clipboard");
}

async function openAndSettle(box, text, holds) {
  const page = await newPage();
  await write(page, box, text);
  await page.evaluate((words) => navigator.clipboard.writeText(words), SENTINEL);
  await shown(page, "chip", (words) => words.includes(holds));
  await pause(SETTLED_MS);
  return page;
}

before(async () => {
  browser = await launchPrimum({ args: [`--log-net-log=${netLog}`, "--net-log-capture-mode=Everything"], inspect: searchProfile });
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  browser.context.on("console", (message) => logs.push(`${message.location().url} ${message.text()}`));
  browser.context.on("weberror", (error) => logs.push(String(error.error())));
  for (const worker of browser.context.serviceWorkers()) worker.on("console", (message) => logs.push(message.text()));
});
after(() => browser?.close());

describe("whole sessions", { concurrency: false }, () => {
  test("write, pause, give a reason, post", async () => {
    const page = await openAndSettle("x-home", DRAFTS.post, "Quorlbrant");
    await post(page, "x-home", "ctrl-enter");
    await shown(page, "pause", (words) => words.includes("Quorlbrant"));
    const frame = await primumFrame(page);
    await frame.check("[data-act=other]");
    await frame.click("[data-act=post]");
    await postedExactly(browser, 1);
    await searchPage(page);
    await page.close();
  });

  test("write, open the panel, fix, undo, answer questions, say \"not useful\"", async () => {
    const page = await openAndSettle("facebook-post", DRAFTS.fix, "Zwetschkenbaum");
    const frame = await openPanel(page);
    await shown(page, "panel", (words) => words.includes("Zwetschkenbaum"));
    const acts = await frame.evaluate(() => [...document.querySelectorAll("[data-act]")].map((one) => one.getAttribute("data-act") ?? ""));
    assert.ok(acts.some((act) => act.startsWith("fix")), `a fix is offered: ${acts}`);
    await frame.click("[data-act^=fix]");
    await pause(SETTLED_MS);
    await page.click("[role=dialog] [data-lexical-editor]");
    await press(page, "Control+z");
    await pause(SETTLED_MS);
    await post(page, "facebook-post", "click");
    await shown(page, "pause");
    await (await primumFrame(page)).click("[data-act=edit]");
    await searchPage(page);
    await page.close();
  });

  test("the frame fails with the draft's words in the error, then the tab crashes", async () => {
    const page = await openAndSettle("x-reply", DRAFTS.crash, "7730915");
    const frame = await primumFrame(page);
    await frame.evaluate(() => {
      const words = document.body.innerText;
      setTimeout(() => { throw new Error(words); }, 0);
      void Promise.reject(new WebAssembly.RuntimeError(words));
    });
    await pause(SETTLED_MS);
    await page.keyboard.type(" ptarmiganesque");
    await pause(SETTLED_MS);
    await searchPage(page);
    const crashed = new Promise((done) => page.once("crash", done));
    const client = await page.context().newCDPSession(page);
    client.send("Page.crash").catch(() => undefined);
    await crashed;
    await page.close();
  });

  test("practise and change the options", async () => {
    const id = await browser.extensionId();
    for (const file of ["practice.html", "options.html", "popup.html"]) {
      const page = await newPage();
      await page.goto(`chrome-extension://${id}/${file}`);
      await until(() => page.evaluate(() => document.querySelector("#main")?.childElementCount ?? 0), (count) => count > 0, { what: file });
      for (const field of await page.$$("textarea, input[type=text], input[type=search]")) if (await field.isVisible()) await field.fill(DRAFTS.post);
      await pause(SETTLED_MS);
      await page.close();
    }
  });
});

describe("afterwards no word of a draft is", { concurrency: false }, () => {
  test("in any storage of the extension", async () => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${await browser.extensionId()}/options.html`);
    const kept = await page.evaluate(async () => {
      const { storage } = /** @type {any} */ (globalThis).chrome;
      const areas = await Promise.all(["local", "session", "sync", "managed"].map((name) => storage[name].get(null)));
      return { areas, databases: await indexedDB.databases(), caches: await caches.keys(), site: { ...localStorage, ...sessionStorage }, cookie: document.cookie };
    });
    const [local, session, sync, managed] = kept.areas;
    assert.ok(Object.keys(local).length > 0, "something is kept: the test looks at the right place");
    assert.deepEqual([session, sync, managed, kept.databases, kept.caches, kept.site, kept.cookie], [{}, {}, {}, [], [], {}, ""]);
    assert.deepEqual(finds(JSON.stringify(local)), []);
    const cookies = await browser.context.cookies();
    assert.deepEqual(finds(JSON.stringify(cookies)), []);
  });

  test("on its way to a server, for none of its documents can reach one", async () => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${await browser.extensionId()}/options.html`);
    const ask = () => fetch("https://x.com/home", { mode: "no-cors" }).then(() => "answered", () => "refused");
    assert.equal(await page.evaluate(ask), "refused", "a page of the extension");
    assert.equal(await browser.context.serviceWorkers()[0].evaluate(ask), "refused", "the background");
    await page.close();
  });

  test("in any log, and the extension wrote none", () => {
    assert.deepEqual(logs.filter((line) => finds(line).length > 0), []);
    // The browser's own word on the refused attempt above is not the extension's.
    assert.deepEqual(logs.filter((line) => line.includes("extension:") && !/Content Security Policy/.test(line)), []);
  });

  test("anywhere but in the one post that the clinician made", async () => {
    const posts = browser.posted();
    assert.deepEqual(posts.map(({ texts }) => texts), [[DRAFTS.post]]);
    await browser.close();
    browser = undefined;
    const { constants, events } = JSON.parse(readFileSync(netLog, "utf8").replace(/,\s*$/, "]}"));
    rmSync(netLog);
    const start = constants.logEventTypes.URL_REQUEST_START_JOB;
    const requests = events.filter((event) => event.type === start && event.params?.url).map(({ params }) => params);
    assert.ok(requests.length > 10, `${requests.length} requests in the browser's own log, expected the practice pages'`);
    assert.deepEqual(requests.filter(({ initiator }) => /extension:/.test(initiator ?? "")).map(({ url }) => url), [], "requests the extension made");
    // What the browser does for itself (updates, accounts) names no initiator.
    const byPages = requests.filter(({ initiator, url }) => /^https:/.test(initiator ?? "") || HOSTS.includes(new URL(url).hostname));
    assert.ok(byPages.some(({ initiator }) => initiator?.includes("x.com")), "the log names who asked");
    assert.deepEqual(byPages.filter(({ method }) => method === "POST").map(({ url }) => new URL(url).pathname), ["/__posted"], "requests with a body");
    assert.deepEqual([...new Set(byPages.map(({ url }) => new URL(url).hostname))].filter((host) => !HOSTS.includes(host)), [], "other hosts");
    assert.deepEqual(finds(JSON.stringify(requests)), [], "words in an address or a header");
  });

  test("in a file of the browser's profile, where the extension writes", () => {
    const ours = onDisk.filter(({ file }) => /extension|service worker|indexeddb|local storage|session storage|cache|log|crash/i.test(file));
    assert.deepEqual(ours, []);
  });
});
