// Each detector of the privacy tests is shown a leak that was planted: a page or the extension's own worker that really
// stores, logs, shows, copies or asks for a draft's word. A detector that misses it could not have failed before.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launchPrimum, shown, write } from "./e2e-harness.mjs";
import { until } from "./harness/index.mjs";
import {
  CANARIES, SENTINEL, collectLogs, isWhereWeWrite, keptByExtension, leaksInAttributes, leaksInClipboard, leaksInSiteStorage, leaksOnDisk,
  leaksOutsideBody, netLogSwitches, requestsIn, watchPage,
} from "./privacy-detectors.mjs";

const [WORD] = CANARIES;

describe("a planted leak is found", { concurrency: false }, () => {
  /** @type {any} */
  let browser;
  /** @type {any} */
  let page;
  /** @type {ReturnType<typeof collectLogs>} */
  let logs;
  let onDisk = /** @type {ReturnType<typeof leaksOnDisk>} */ ([]);
  const folder = mkdtempSync(join(tmpdir(), "primum-netlog-"));
  const netLog = join(folder, "net.json");
  const worker = () => browser.context.serviceWorkers()[0];

  before(async () => {
    browser = await launchPrimum({ args: netLogSwitches(netLog), inspect: (profile) => { onDisk = leaksOnDisk(profile); } });
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    logs = collectLogs(browser.context);
    page = await browser.newPage();
    await watchPage(page);
    await write(page, "x-home", `Mrs. ${WORD} in bed 12 finally slept`);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await page.evaluate((words) => navigator.clipboard.writeText(words), SENTINEL);
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("before anything is planted, none is found", async () => {
    assert.deepEqual([await leaksInAttributes(page), await leaksOutsideBody(page), await leaksInSiteStorage(page), await leaksInClipboard(page), logs.leaks()], [[], [], [], [], []]);
  });

  test("in an attribute of the page", async () => {
    await page.evaluate((word) => document.body.setAttribute("data-found", word), WORD);
    assert.equal((await leaksInAttributes(page)).length, 1);
  });

  test("in an element or attribute beside the page's body", async () => {
    await page.evaluate((word) => {
      const host = /** @type {Element} */ ([...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName)));
      host.setAttribute("title", word);
    }, WORD);
    await until(() => leaksOutsideBody(page), (all) => all.length === 1, { what: "the planted attribute" });
  });

  test("in the site's own storage", async () => {
    await page.evaluate((word) => localStorage.setItem("found", word), WORD);
    assert.deepEqual(await leaksInSiteStorage(page), [WORD]);
    await page.evaluate(() => localStorage.removeItem("found"));
  });

  test("in the clipboard", async () => {
    await page.evaluate((word) => navigator.clipboard.writeText(word), WORD);
    assert.deepEqual(await leaksInClipboard(page), [WORD]);
  });

  for (const [who, where] of /** @type {[string, () => any][]} */ ([["a page", () => page], ["the background", worker]])) {
    test(`in a log line of ${who}`, async () => {
      const before = logs.leaks().length;
      await where().evaluate((word) => console.log(word), WORD);
      await until(() => logs.leaks(), (all) => all.length > before, { what: "the planted line" });
    });
  }

  test("in the extension's storage", async () => {
    await worker().evaluate((word) => /** @type {any} */ (globalThis).chrome.storage.local.set({ control: word }), WORD);
    const own = await browser.newPage();
    await own.goto(`chrome-extension://${await browser.extensionId()}/options.html`);
    assert.deepEqual((await keptByExtension(own)).leaks, [WORD]);
    await own.close();
  });

  test("in a request: of the page with a word in its address, and of the extension", async () => {
    await page.evaluate((word) => fetch(`/home?found=${word}`), WORD);
    // What the extension's own policy allows is its own files; an image of a page is asked for in its name.
    const framed = await browser.newPage();
    await framed.goto(`chrome-extension://${await browser.extensionId()}/options.html`);
    await framed.evaluate(() => { location.href = "https://x.com/home?by=extension"; });
    await framed.waitForURL("https://x.com/**");
    await browser.close();
    browser = undefined;
    const { byExtension, leaks } = requestsIn(netLog);
    assert.deepEqual(leaks, [WORD]);
    assert.ok(byExtension.some((url) => url.includes("by=extension")), `${byExtension}`);
  });

  test("in a file of the profile", () => {
    assert.ok(onDisk.filter(isWhereWeWrite).some(({ file, found }) => /Local Extension Settings/.test(file) && found.includes(WORD)), JSON.stringify(onDisk));
  });
});
