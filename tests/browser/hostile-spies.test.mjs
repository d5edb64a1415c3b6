// A hostile site's spies against the shipping extension: nothing comes by, and each spy is shown to hear what is there
// to hear, so that its silence says something. docs/security.md says the same in words.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launchPrimum, pauseFocused, primumFrame, shown, write } from "./e2e-harness.mjs";
import { hostOf, occlusionOf } from "./hostile-harness.mjs";
import { assertNothingHeard, assertNothingPatched, assertSpiesHear, halfPress, setSpy, spied, spyOnEverything, wayIn } from "./hostile-spy.mjs";
import { boxOf, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const RISKY = "Hello, Mrs. Lindqvist in bed 12 cried again, MRN 4839201";
const HARMLESS = "Hello, the hospital choir sings on Friday, come along all";
/** Time in which a wrong post or a late mark would have come. */
const SETTLED_MS = 500;
/** The frame's typing pause, after which it says all that it says. */
const SAID_MS = 1800;

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

async function pausedOn(box, text = RISKY) {
  await write(page, box, text);
  await shown(page, "chip", (words) => words.includes("Lindqvist"));
  await post(page, box, "click");
  return shown(page, "pause");
}

/** Clicks in the frame as a person does. */
async function decide(act) {
  const frame = await primumFrame(page);
  // Before a "stop" is posted a reason is asked for.
  if (act === "post") await frame.locator("[name=reason]").first().click();
  await frame.click(`[data-act=${act}]`);
}

describe("a hostile page learns", () => {
  test("nothing from patched prototypes, and the patches change nothing", async () => {
    await page.addInitScript(spyOnEverything);
    await openBox(page, "x-home");
    await setSpy(page, { secret: "something to change" });
    await typeInto(page, "x-home", RISKY);
    await until(() => modelText(page, "x-home"), (text) => text === RISKY, { what: "the draft" });
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await setSpy(page, { sabotage: true });
    await post(page, "x-home", "click");
    await shown(page, "pause");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0, "held, though the page's own Event methods do nothing");
    await setSpy(page, { sabotage: false });
    await decide("post");
    await postedExactly(browser, 1);
    await assertNothingPatched(page);
  });

  test("no words, keys or clicks from events, and no address from call stacks, reports or timings", async () => {
    await page.addInitScript(spyOnEverything);
    await pausedOn("x-home");
    await press(page, "Tab");
    await press(page, "Tab");
    const before = (await spied(page, "heard")).length;
    await page.keyboard.type("qz");
    await press(page, "Escape");
    await pause(SETTLED_MS);
    const keys = (await spied(page, "heard")).slice(before).filter((event) => event.key !== "");
    assert.deepEqual(keys, [], "keys of the pause");
    await assertNothingHeard(page);
    await press(page, "Control+End");
    await assertSpiesHear(page);
  });

  test("no way into the closed shadow root, no window, no history entry", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    const found = await wayIn(page);
    assert.deepEqual(found, {
      upgraded: true, internals: null, open: null, html: "", serialized: false, copy: null, windows: 0, frames: 0, animations: 0, entries: 1,
    });
  });

  test("no word of Primum's from the page's own search and selection", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await pause(SAID_MS);
    const found = await page.evaluate(() => ["Primum", "something to change", "Alt+Shift+P", "Lindqvist bed 12", "Not sure"].filter((words) => /** @type {any} */ (globalThis).find(words, false, false, true)));
    assert.deepEqual(found, []);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).find("cried again", false, false, true)), true, "the control: words of the page are found");
    const selected = await page.evaluate(() => { getSelection()?.selectAllChildren(document.documentElement); return String(getSelection()); });
    assert.doesNotMatch(selected, /Primum|Not sure/);
    assert.match(selected, /cried again/, "the control: words of the page are selected");
  });

  test("not which words are marked, from what covers them", async () => {
    const editor = boxOf("x-home").editor;
    const seen = [];
    for (const text of [HARMLESS, RISKY]) {
      await write(page, "x-home", text);
      await shown(page, "chip", (words) => words !== "");
      await pause(SAID_MS);
      seen.push(await occlusionOf(page, editor));
    }
    const [harmless, risky] = seen.map((words) => [...new Set(Object.values(words))]);
    assert.equal(risky.length, 1, `every word of the marked draft looks the same: ${JSON.stringify(seen[1])}`);
    assert.deepEqual(risky, harmless, "and the same as in a draft without marks");
  });

  test("of coverings where Primum is not: the control of the test before", async () => {
    const words = "[data-testid=tweetText]";
    await page.goto(boxOf("x-home").url);
    await page.waitForSelector(words);
    assert.deepEqual([...new Set(Object.values(await occlusionOf(page, words)))], [true], "every word is seen");
    await page.evaluate((css) => {
      const range = document.createRange();
      const text = /** @type {Node} */ (document.createTreeWalker(/** @type {Element} */ (document.querySelector(css)), NodeFilter.SHOW_TEXT).nextNode());
      range.setStart(text, 0);
      range.setEnd(text, 4);
      const { left, top, width, height } = range.getBoundingClientRect();
      const line = document.createElement("div");
      line.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;background:red;z-index:2147483647`;
      document.documentElement.append(line);
    }, words);
    const covered = await occlusionOf(page, words);
    assert.equal(new Set(Object.values(covered)).size, 2, JSON.stringify(covered));
  });

  test("not the verdict from half a press of its own", async () => {
    const heard = [];
    for (const text of [HARMLESS, RISKY]) {
      await write(page, "x-home", text);
      await shown(page, "chip", (words) => text === HARMLESS || words.includes("Lindqvist"));
      heard.push(await halfPress(page, boxOf("x-home").button));
    }
    assert.deepEqual(heard[1], heard[0]);
    assert.ok(heard[0].includes("pointerdown") && heard[0].includes("pointerdown true"), "the control: the half press arrives");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("nothing from layout: no size changes, and no shift of what stands in the closed root", async () => {
    await openBox(page, "x-home");
    await page.evaluate((selector) => {
      const sizes = /** @type {any[]} */ ([]);
      const shifts = /** @type {any[]} */ ([]);
      Object.assign(globalThis, { sizes, shifts });
      const observer = new ResizeObserver((entries) => sizes.push(...entries.map((one) => `${one.target.localName} ${one.contentRect.width} ${one.contentRect.height}`)));
      for (const one of [document.documentElement, document.body, /** @type {Element} */ (document.querySelector(selector))]) observer.observe(one);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) for (const { node, currentRect } of /** @type {any} */ (entry).sources) if (!node) shifts.push(JSON.stringify(currentRect));
      }).observe({ type: "layout-shift", buffered: true });
    }, boxOf("x-home").editor);
    await page.keyboard.insertText("Hello");
    await pause(SETTLED_MS);
    const before = await page.evaluate(() => /** @type {any} */ (globalThis).sizes.length);
    await page.keyboard.insertText(" MRN 4839201");
    await shown(page, "chip", (words) => words.includes("4839201"));
    await pause(SETTLED_MS);
    assert.deepEqual(await page.evaluate((from) => /** @type {any} */ (globalThis).sizes.slice(from), before), []);
    // Words before the mark, so that it moves; then everything else that Primum shows.
    await press(page, "Home");
    for (const word of ["Good ", "evening ", "to ", "all. "]) {
      await page.keyboard.insertText(word);
      await pause(SETTLED_MS / 2);
    }
    await press(page, "Alt+Shift+P");
    await pause(SETTLED_MS);
    await page.setViewportSize({ width: 900, height: 600 });
    await pause(SETTLED_MS);
    await page.setViewportSize({ width: 1280, height: 720 });
    await post(page, "x-home", "ctrl-enter");
    await pauseFocused(page);
    await pause(SETTLED_MS);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), []);
    await press(page, "Escape");
    await page.evaluate(() => {
      const host = document.createElement("div");
      const line = document.createElement("div");
      line.style.cssText = "position:fixed;left:100px;top:100px;width:300px;height:300px;background:red";
      host.attachShadow({ mode: "closed" }).append(line);
      document.documentElement.append(host);
      setTimeout(() => (line.style.top = "400px"), 200);
    });
    await pause(SETTLED_MS * 2);
    assert.ok((await page.evaluate(() => /** @type {any} */ (globalThis).shifts)).length > 0, "the control: what moves by `top` in a closed root is seen");
    assert.ok(before > 0, "the control: sizes are heard of");
  });

  test("not whether Primum is installed, by its address; its element has another name on every page", async () => {
    await write(page, "x-home", "Hello");
    const [name, id] = [await (await hostOf(page)).evaluate((one) => one.localName), await browser.extensionId()];
    const reached = await page.evaluate(async (extension) => {
      const came = [];
      for (const file of ["frame.html", "manifest.json", "page.js", "css/frame.css", "primum_bg.wasm", "icons/128.png"]) {
        await fetch(`chrome-extension://${extension}/${file}`).then(() => came.push(file), () => undefined);
      }
      return came;
    }, id);
    assert.deepEqual(reached, []);
    assert.equal(await page.evaluate(() => fetch("/home").then(() => "answered", () => "refused")), "answered", "the control: the page can fetch");
    await write(page, "x-reply", "Hello");
    assert.notEqual(await (await hostOf(page)).evaluate((one) => one.localName), name);
    assert.match(name, /^[a-z]{10}-[a-z]{10}$/);
  });
});
