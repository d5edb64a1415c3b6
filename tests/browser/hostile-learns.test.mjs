// What a page can still learn through Primum, row by row of docs/security.md: how far each goes, and where it ends.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { clickUntil, launchPrimum, openPanel, primumFrame, shown, write } from "./e2e-harness.mjs";
import { hostOf, touchedArea } from "./hostile-harness.mjs";
import { boxOf, modelText, openBox, pause, post, press, until } from "./harness/index.mjs";
import { fallbackText } from "./page-harness.mjs";

const LAST = "The garden was lovely today.";
const HARMLESS = `Hello, the hospital choir sings on Friday.\n${LAST}`;
/**
 * Drafts of one verdict whose words differ in length and kind. The line being written is the same in all of them: where
 * the chip has room, and how much, depends on it, and the page knows it.
 */
const RISKY = ["Mrs. Lindqvist in bed 12 cried again", "Mrs. Featherstonehaugh in bed 1 cried again"].map((words) => `Hello, ${words}.\n${LAST}`);
/** The frame's typing pause, after which it says all that it says. */
const SAID_MS = 1800;
/** The widest chip (extension/css/frame.css: 26rem). */
const WIDEST_PX = 416;

/** @type {any} */
let browser;
/** @type {any} */
let page;
before(async () => (browser = await launchPrimum()));
after(() => browser?.close());
beforeEach(async () => {
  browser.reset();
  page = await browser.newPage();
});
afterEach(() => page?.close());

const widthOf = (area) => area[2] - area[0];

async function chipArea(text) {
  await write(page, "x-home", text);
  await shown(page, "chip", (words) => (text === HARMLESS ? words.includes("Nothing found") : words.includes("Stop")));
  await pause(SAID_MS);
  return touchedArea(page);
}

describe("what a page can still learn", () => {
  test("that Primum is there: from the first focus of a compose box on, and not before", async () => {
    await page.goto(boxOf("x-home").url);
    await page.waitForSelector(boxOf("x-home").editor);
    assert.equal(await (await hostOf(page)).evaluate((one) => one), null);
    await openBox(page, "x-home");
    await until(async () => (await hostOf(page)).evaluate((one) => one !== null), Boolean, { what: "the element" });
  });

  test("where the chip is and how large: that something was found, and about how long its words are", async () => {
    const harmless = await chipArea(HARMLESS);
    assert.ok(harmless, "the control: the chip can be touched");
    const risky = [];
    for (const text of RISKY) risky.push(await chipArea(text));
    const widths = risky.map(widthOf);
    assert.ok(Math.min(...widths) > widthOf(harmless), `wider than ${widthOf(harmless)}: ${widths}`);
    // The words are cut off where the chip ends, so that long ones look alike.
    assert.ok(Math.max(...widths) <= WIDEST_PX, `${widths}`);
  });

  test("that a post was held: its own button does not hear the click, and hears a harmless one", async () => {
    const heard = [];
    for (const text of [HARMLESS, RISKY[0]]) {
      await write(page, "x-home", text);
      await shown(page, "chip", (words) => (text === HARMLESS ? words.includes("Nothing found") : words.includes("Stop")));
      await page.evaluate((css) => {
        const clicks = /** @type {any} */ (globalThis).clicks = [];
        document.querySelector(css)?.addEventListener("click", () => clicks.push("click"));
      }, boxOf("x-home").button);
      await post(page, "x-home", "click");
      await pause(SAID_MS / 2);
      heard.push(await page.evaluate(() => /** @type {any} */ (globalThis).clicks));
    }
    assert.deepEqual(heard, [["click"], []]);
  });

  test("that Primum says \"not checked\": window.find() finds it, and nothing of the draft's findings", async () => {
    await write(page, "x-home", RISKY[0]);
    await shown(page, "chip", (words) => words.includes("Stop"));
    // Both frames that it may have are taken away.
    for (let at = 0; at < 2; at += 1) {
      const frame = await primumFrame(page);
      await frame.evaluate(() => { setTimeout(() => globalThis.location.replace("about:blank"), 0); });
      await until(() => page.frames().includes(frame) && frame.url().includes("frame.html"), (there) => !there, { what: "the frame to go" });
      await page.keyboard.type("!");
      await pause(SAID_MS);
    }
    await until(() => fallbackText(page), (text) => /not check/i.test(text), { timeoutMs: 20_000, what: "not checked" });
    const found = await page.evaluate(() => ["not check", "something to change", "patient"].map((words) => /** @type {any} */ (globalThis).find(words)));
    assert.deepEqual(found, [true, false, false]);
  });

  test("that a fix was applied: the text changed, by an event like typing", async () => {
    await write(page, "facebook-post", "we all talked it over today MRN 4839201 ");
    await shown(page, "chip", (words) => words.includes("4839201"));
    await page.evaluate(() => {
      const inputs = /** @type {any} */ (globalThis).inputs = [];
      addEventListener("input", (event) => inputs.push(`${event.type} ${/** @type {any} */ (event).inputType}`), true);
    });
    const frame = await openPanel(page);
    const isGone = async () => !(await modelText(page, "facebook-post")).includes("4839201");
    await clickUntil(() => frame.click("[data-act^=fix]"), isGone, "the fix");
    const inputs = await page.evaluate(() => /** @type {any} */ (globalThis).inputs);
    assert.deepEqual([...new Set(inputs)], ["input insertText"]);
    await press(page, "Escape");
  });
});
