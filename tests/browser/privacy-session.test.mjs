// Whole sessions with the shipping extension, and then a search for words of the drafts everywhere they could
// have gone: the network, storage and the profile folder, logs, the clipboard, the page's own document.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { HOSTS } from "../practice/hosts.mjs";
import { launchPrimum, openPanel, primumFrame, shown, write } from "./e2e-harness.mjs";
import { pause, post, postedExactly, press, until } from "./harness/index.mjs";
import {
  SENTINEL, collectLogs, finds, isWhereWeWrite, keptByExtension, leaksInAttributes, leaksInClipboard, leaksInSiteStorage, leaksOnDisk,
  leaksOutsideBody, netLogSwitches, requestsIn, watchPage,
} from "./privacy-detectors.mjs";

const DRAFTS = {
  post: "Mrs. Quorlbrant in bed 12, MRN 7730915, felt ptarmiganesque today",
  fix: "My patient Mr. Zwetschkenbaum cried at 4:15 this morning in Vexholmia",
  crash: "Mrs. Quorlbrant was discharged from Vexholmia, MRN 7730915",
};
/** The frame's typing pause, after which it does all that it does. */
const SETTLED_MS = 1800;

/** @type {any} */
let browser;
/** @type {ReturnType<typeof collectLogs>} */
let logs;
const netLog = join(mkdtempSync(join(tmpdir(), "primum-netlog-")), "net.json");
/** What the profile folder held, by file, once the browser had closed. */
let onDisk = /** @type {ReturnType<typeof leaksOnDisk>} */ ([]);

/** Runs in the frame: fills the core's memory with a word, so that its next call traps with that word wherever it looks. */
async function fillWith(word) {
  const core = await import(new URL("primum.js", globalThis.location.href).href);
  const { memory } = await core.default();
  const bytes = new TextEncoder().encode(word);
  new Uint8Array(memory.buffer).forEach((_byte, at, all) => { all[at] = bytes[at % bytes.length]; });
}

async function newPage() {
  const page = await browser.newPage();
  await watchPage(page);
  return page;
}

/** What a page knows of the session: nothing of Primum's in its markup, storage and logs. */
async function searchPage(page) {
  assert.deepEqual(await leaksInAttributes(page), [], "attributes");
  assert.deepEqual(await leaksOutsideBody(page), [], "changes outside the page's own body");
  assert.deepEqual(await leaksInSiteStorage(page), [], "the site's own storage");
  assert.deepEqual(await leaksInClipboard(page), [], "the clipboard");
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
  browser = await launchPrimum({ args: netLogSwitches(netLog), inspect: (profile) => { onDisk = leaksOnDisk(profile); } });
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  logs = collectLogs(browser.context);
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

  test("the core itself traps with its memory full of a draft's words: no word is in its error, and it is caught", async () => {
    const page = await openAndSettle("x-reply", DRAFTS.crash, "7730915");
    const frame = await primumFrame(page);
    const client = await page.context().newCDPSession(frame);
    const thrown = /** @type {string[]} */ ([]);
    client.on("Debugger.paused", ({ data }) => {
      thrown.push(JSON.stringify(data));
      client.send("Debugger.resume").catch(() => undefined);
    });
    await client.send("Debugger.enable");
    await client.send("Debugger.setPauseOnExceptions", { state: "all" });
    await frame.evaluate(fillWith, "Quorlbrant");
    await page.keyboard.type(" ptarmiganesque");
    await until(() => thrown, (all) => all.some((one) => /RuntimeError/.test(one)), { what: "the core's trap" });
    assert.deepEqual(thrown.filter((one) => finds(one).length > 0), []);
    await client.send("Debugger.disable").catch(() => undefined);
    await shown(page, "chip", (words) => words.includes("Stop"), { timeoutMs: 15_000 });
    await pause(SETTLED_MS);
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
    const { local, rest, leaks } = await keptByExtension(page);
    assert.ok(Object.keys(local).length > 0, "something is kept: the test looks at the right place");
    assert.deepEqual(rest, [{}, {}, {}, [], [], {}, ""]);
    assert.deepEqual(leaks, []);
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
    assert.deepEqual(logs.leaks(), []);
    // The browser's own word on the refused attempt above is not the extension's.
    assert.deepEqual(logs.lines.filter((line) => line.includes("extension:") && !/Content Security Policy/.test(line)), []);
  });

  test("anywhere but in the one post that the clinician made", async () => {
    const posts = browser.posted();
    assert.deepEqual(posts.map(({ texts }) => texts), [[DRAFTS.post]]);
    await browser.close();
    browser = undefined;
    const { requests, byExtension, leaks } = requestsIn(netLog);
    rmSync(netLog);
    assert.ok(requests.length > 10, `${requests.length} requests in the browser's own log, expected the practice pages'`);
    assert.deepEqual(byExtension, [], "requests the extension made");
    // What the browser does for itself (updates, accounts) names no initiator.
    const byPages = requests.filter(({ initiator, url }) => /^https:/.test(initiator ?? "") || HOSTS.includes(new URL(url).hostname));
    assert.ok(byPages.some(({ initiator }) => initiator?.includes("x.com")), "the log names who asked");
    assert.deepEqual(byPages.filter(({ method }) => method === "POST").map(({ url }) => new URL(url).pathname), ["/__posted"], "requests with a body");
    assert.deepEqual([...new Set(byPages.map(({ url }) => new URL(url).hostname))].filter((host) => !HOSTS.includes(host)), [], "other hosts");
    assert.deepEqual(leaks, [], "words in an address or a header");
  });

  test("in a file of the browser's profile, where the extension writes", () => {
    assert.deepEqual(onDisk.filter(isWhereWeWrite), []);
  });
});
