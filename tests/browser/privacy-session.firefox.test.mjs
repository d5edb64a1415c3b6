// A whole session in Firefox with the shipping extension, and then a search for words of the drafts everywhere they could
// have gone. All that Firefox asks of any server comes to the practice server, by a proxy. At the end leaks are planted.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { HOSTS } from "../practice/hosts.mjs";
import { launchFirefox, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { CANARIES, finds, isWhereWeWrite, leaksInAttributes, leaksInSiteStorage, leaksOnDisk, leaksOutsideBody, watchPage } from "./privacy-detectors.mjs";

const POSTED = "Mrs. Quorlbrant in bed 12, MRN 7730915, felt ptarmiganesque today";
const KEPT = "My patient Mr. Zwetschkenbaum cried at 4:15 this morning in Vexholmia";
/** The frame's start, on a busy machine, and the typing pause after which it says all that it says. */
const START_MS = 2500;
const HELD_MS = 700;
const [WORD] = CANARIES;

/** @type {any} */
let browser;
const logs = /** @type {string[]} */ ([]);
/** What the profile folder held, by file, once the browser had closed. */
let onDisk = /** @type {ReturnType<typeof leaksOnDisk>} */ ([]);

async function heldOn(box, text, way) {
  const page = await browser.newPage();
  page.on("console", (message) => logs.push(`${message.location().url} ${message.text()}`));
  page.on("pageerror", (error) => logs.push(String(error)));
  await watchPage(page);
  await page.bringToFront();
  await openBox(page, box);
  await typeInto(page, box, text);
  await until(() => modelText(page, box), (model) => model === text, { what: "the draft in the model" });
  await pause(START_MS);
  await post(page, box, way);
  await pause(HELD_MS);
  assert.equal(browser.posted().length, 0, "held: Primum is there and has found something");
  return page;
}

async function searchPage(page) {
  assert.deepEqual(await leaksInAttributes(page), [], "attributes");
  assert.deepEqual(await leaksOutsideBody(page), [], "changes outside the page's own body");
  assert.deepEqual(await leaksInSiteStorage(page), [], "the site's own storage");
}

before(async () => {
  browser = await launchFirefox({ extensionDir: join(DIST, "firefox"), inspect: (profile) => { onDisk = leaksOnDisk(profile); } });
});
after(() => browser?.close());

describe("a whole session in Firefox", { concurrency: false }, () => {
  test("write, pause, Edit; write elsewhere, pause, give a reason, post", async () => {
    const kept = await heldOn("facebook-post", KEPT, "click");
    await press(kept, "Enter");
    await pause(HELD_MS);
    await searchPage(kept);
    await kept.close();
    const page = await heldOn("x-home", POSTED, "ctrl-enter");
    // The reasons stand before Edit; after it the first fix, then the way on.
    for (const key of ["Shift+Tab", "Space", "Tab", "Tab", "Tab", "Enter"]) await press(page, key);
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [POSTED]);
    await searchPage(page);
  });

  test("no word is in a log, and the extension wrote none", () => {
    assert.deepEqual(logs.filter((line) => finds(line).length > 0 || line.includes("extension:")), []);
  });

  test("nothing but the one post left the browser", () => {
    const asked = browser.server.asked();
    assert.ok(asked.length > 10, `${asked.length} requests, expected the practice pages'`);
    assert.deepEqual(finds(JSON.stringify(asked)), [], "words in an address or a header");
    assert.deepEqual(asked.filter(({ headers }) => /extension:/.test(`${headers.origin} ${headers.referer}`)), [], "requests the extension made");
    const byPages = asked.filter(({ host }) => HOSTS.includes(host));
    assert.deepEqual(byPages.filter(({ method }) => method !== "GET").map(({ url }) => url), ["/__posted"], "requests with a body");
    // What Firefox does for itself (its settings, its lists) goes to its maker.
    const elsewhere = asked.filter(({ host }) => !HOSTS.includes(host) && !/(^|\.)(mozilla\.(com|org|net)|firefox\.com|mozgcp\.net)$/.test(host));
    assert.deepEqual(elsewhere.map(({ host }) => host), []);
  });

  test("no word is in a file where the extension writes; one that a page asks for, logs or stores is found", async () => {
    const page = await browser.newPage();
    page.on("console", (message) => logs.push(message.text()));
    await page.goto("https://x.com/home");
    await page.evaluate(async (word) => {
      localStorage.setItem("planted", word);
      document.body.setAttribute("data-planted", word);
      console.log(word);
      await fetch(`/home?${word}`, { cache: "no-store" });
    }, WORD);
    assert.deepEqual([(await leaksInSiteStorage(page)).length, (await leaksInAttributes(page)).length], [1, 1]);
    await until(() => logs, (lines) => lines.some((line) => finds(line).length > 0), { what: "the planted line in the log" });
    assert.deepEqual(finds(JSON.stringify(browser.server.asked())), [WORD]);
    await browser.close();
    browser = undefined;
    assert.deepEqual(onDisk.filter((one) => isWhereWeWrite(one) && !one.file.includes("https+++")), []);
    assert.ok(onDisk.some(({ file }) => file.includes("https+++x.com")), `the control: what the page stored is on the disk: ${JSON.stringify(onDisk)}`);
  });
});
