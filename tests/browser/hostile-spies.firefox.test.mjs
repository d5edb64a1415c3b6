// A hostile site's spies in Firefox, where the page script stands behind other walls (Xrays) than in Chromium: nothing
// comes by, and each spy is shown to hear what is there to hear. The driver cannot look into the frame; that the pause
// is there is seen by the focus, which lies in Primum's element then.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { touchedArea } from "./hostile-harness.mjs";
import { assertNothingHeard, assertNothingPatched, assertSpiesHear, halfPress, setSpy, spied, spyOnEverything, wayIn } from "./hostile-spy.mjs";
import { boxOf, launchFirefox, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const RISKY = "Hello, Mrs. Lindqvist in bed 12 cried again, MRN 4839201";
const HARMLESS = "Hello, the hospital choir sings on Friday, come along all";
const BOX = "x-home";
/** The frame's start, on a busy machine, and the typing pause after which it says all that it says. */
const START_MS = 2500;
const SETTLED_MS = 500;
/** The address Firefox would draw at random when the extension is installed: the worst case, a page that knows it. */
const ADDRESS = "5a1f0c8e-7b1d-4a53-9d0e-2f6f3c1b8a90";
const ID = JSON.parse(readFileSync(join(DIST, "firefox/manifest.json"), "utf8")).browser_specific_settings.gecko.id;

/** @type {any} */
let browser;
/** @type {any} */
let page;
before(async () => {
  browser = await launchFirefox({
    extensionDir: join(DIST, "firefox"), preferences: { "extensions.webextensions.uuids": JSON.stringify({ [ID]: ADDRESS }) },
  });
});
after(() => browser?.close());
beforeEach(async () => {
  browser.reset();
  page = await browser.newPage();
  await page.bringToFront();
});
afterEach(() => page?.close());

const hostName = () => page.evaluate(() => [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName))?.localName ?? "");

async function write(text) {
  await openBox(page, BOX);
  await typeInto(page, BOX, text);
  await until(() => modelText(page, BOX), (model) => model === text, { what: "the draft in the model" });
  await until(hostName, Boolean, { what: "Primum's element" });
  await pause(START_MS);
}

async function pausedOn(text = RISKY) {
  await write(text);
  await post(page, BOX, "click");
  const name = await hostName();
  await until(() => page.evaluate(() => document.activeElement?.localName ?? ""), (focused) => focused === name, { what: "the focus in the pause" });
}

describe("a hostile page in Firefox learns", () => {
  test("nothing from patched prototypes, and the patches change nothing", async () => {
    await page.evaluateOnNewDocument(spyOnEverything);
    await write(RISKY);
    await setSpy(page, { secret: "something to change", sabotage: true });
    await post(page, BOX, "click");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0, "held, though the page's own Event methods do nothing");
    await setSpy(page, { sabotage: false });
    await assertNothingPatched(page);
  });

  test("no words, keys or clicks from events, and no address from call stacks or timings", async () => {
    await page.evaluateOnNewDocument(spyOnEverything);
    await pausedOn();
    await press(page, "Tab");
    const before = (await spied(page, "heard")).length;
    await page.keyboard.type("qz");
    await press(page, "Escape");
    await pause(SETTLED_MS);
    const keys = (await spied(page, "heard")).slice(before).filter((event) => event.key !== "");
    assert.deepEqual(keys, [], "keys of the pause");
    await assertNothingHeard(page);
    assert.equal(await modelText(page, BOX), RISKY, "Escape led back to the draft, which has no key of the pause in it");
    await assertSpiesHear(page);
  });

  test("nothing that stands in the closed root, while pointer, keys and focus are in chip, panel and pause", async () => {
    await page.evaluateOnNewDocument(spyOnEverything);
    await write(RISKY);
    const [left, top, right, bottom] = /** @type {number[]} */ (await touchedArea(page));
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const cross = async () => {
      await page.mouse.move(left - 40, top - 40);
      await page.mouse.move(x, y, { steps: 8 });
      await page.mouse.click(x, y);
      await page.mouse.wheel({ deltaY: 40 });
      await pause(SETTLED_MS);
    };
    await cross();
    await cross();
    await press(page, "Escape");
    await post(page, BOX, "ctrl-enter");
    await pause(SETTLED_MS);
    await cross();
    await press(page, "Tab");
    await press(page, "Escape");
    await pause(SETTLED_MS);
    await assertNothingHeard(page);
  });

  test("no way into the closed shadow root, no window, no history entry", async () => {
    await write(RISKY);
    assert.deepEqual(await wayIn(page), {
      upgraded: true, internals: null, open: null, html: "", serialized: false, copy: null, windows: 0, frames: 0, animations: 0, entries: 1,
    });
  });

  test("no word of Primum's from the page's own search and selection", async () => {
    await write(RISKY);
    const search = (words) => page.evaluate((wanted) => wanted.filter((one) => {
      getSelection()?.removeAllRanges();
      return /** @type {any} */ (globalThis).find(one);
    }), words);
    assert.deepEqual(await search(["Primum", "something to change", "Stop", "Alt+Shift+P", "Lindqvist bed 12", "Not sure"]), []);
    assert.deepEqual(await search(["cried again"]), ["cried again"], "the control: words of the page are found");
    const selected = await page.evaluate(() => { getSelection()?.selectAllChildren(document.documentElement); return String(getSelection()); });
    assert.doesNotMatch(selected, /Primum|Not sure/);
    assert.match(selected, /cried again/, "the control: words of the page are selected");
  });

  test("not the verdict from half a press of its own", async () => {
    const heard = [];
    for (const text of [HARMLESS, RISKY]) {
      await write(text);
      heard.push(await halfPress(page, boxOf(BOX).button));
    }
    assert.deepEqual(heard[1], heard[0]);
    assert.ok(heard[0].includes("pointerdown") && heard[0].includes("pointerdown true"), "the control: the half press arrives");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("nothing from layout: no size of the page changes with what is found", async () => {
    await openBox(page, BOX);
    await page.evaluate((selector) => {
      const sizes = /** @type {any[]} */ ([]);
      Object.assign(globalThis, { sizes });
      const observer = new ResizeObserver((entries) => sizes.push(...entries.map((one) => `${one.target.localName} ${one.contentRect.width} ${one.contentRect.height}`)));
      for (const one of [document.documentElement, document.body, /** @type {Element} */ (document.querySelector(selector))]) observer.observe(one);
    }, boxOf(BOX).editor);
    await typeInto(page, BOX, "Hello");
    await pause(START_MS);
    const before = await page.evaluate(() => /** @type {any} */ (globalThis).sizes.length);
    await typeInto(page, BOX, " MRN 4839201");
    await pause(START_MS);
    assert.deepEqual(await page.evaluate((from) => /** @type {any} */ (globalThis).sizes.slice(from), before), []);
    assert.ok(before > 0, "the control: sizes are heard of");
  });

  test("of its installation only by an address it cannot know, and that opens nothing but an empty frame", async () => {
    await write(RISKY);
    const name = await hostName();
    assert.match(name, /^[a-z]{10}-[a-z]{10}$/);
    const reached = await page.evaluate(async (address) => {
      const came = [];
      for (const file of ["frame.html", "manifest.json", "page.js", "css/frame.css", "primum_bg.wasm", "icons/128.png"]) {
        await fetch(`moz-extension://${address}/${file}`).then(() => came.push(file), () => undefined);
      }
      return came;
    }, ADDRESS);
    assert.deepEqual(reached, ["frame.html"]);
    const answers = await page.evaluate(async (address) => {
      const came = /** @type {string[]} */ ([]);
      for (const slot of ["", crypto.randomUUID()]) {
        const frame = document.createElement("iframe");
        const loaded = new Promise((done) => frame.addEventListener("load", done));
        frame.src = `moz-extension://${address}/frame.html#${slot}`;
        document.body.append(frame);
        await loaded;
        for (const guess of ["", "0".repeat(32), null, 7, {}, "x".repeat(5_000_000)]) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = (event) => came.push(JSON.stringify(event.data));
          port1.postMessage({ t: "hello", site: "x" });
          port1.postMessage({ t: "draft", box: 1, revision: 1, text: "MRN 4839201", context: {} });
          frame.contentWindow?.postMessage({ primum: guess }, "*", [port2]);
          frame.contentWindow?.postMessage(guess, "*");
        }
      }
      await new Promise((done) => setTimeout(done, 1500));
      return came;
    }, ADDRESS);
    assert.deepEqual(answers, [], "no port of the page's is answered");
    await post(page, BOX, "click");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0, "the real frame goes on");
    await write(HARMLESS);
    assert.notEqual(await hostName(), name, "another name on every page");
    await post(page, BOX, "click");
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [HARMLESS], "and a harmless draft goes");
  });
});

describe("a page that was open in Firefox before Primum came learns", () => {
  test("where the frame's document comes from, and no mark", async () => {
    const early = await launchFirefox();
    try {
      const tab = await early.newPage();
      await tab.bringToFront();
      await openBox(tab, BOX);
      await tab.evaluate(() => {
        const seen = /** @type {any[]} */ ([]);
        Object.assign(globalThis, { seen });
        addEventListener("mouseover", (event) => {
          const at = /** @type {any} */ (event).originalTarget;
          const root = at.getRootNode();
          if (root instanceof ShadowRoot) seen.push({ at: at.localName, marks: root.querySelectorAll("[data-severity]").length, words: root.textContent });
        }, true);
      });
      await early.browser.installExtension(join(DIST, "firefox"));
      await pause(START_MS);
      await tab.bringToFront();
      await tab.click(boxOf(BOX).editor);
      await typeInto(tab, BOX, RISKY);
      const area = await until(() => touchedArea(tab), Boolean, { what: "the chip" });
      await pause(START_MS);
      await tab.mouse.move(area[0] - 40, area[1] - 40);
      await tab.mouse.move((area[0] + area[2]) / 2, (area[1] + area[3]) / 2, { steps: 8 });
      const seen = await until(() => tab.evaluate(() => /** @type {any} */ (globalThis).seen), (all) => all.length > 0, { what: "the control: its listener is older than Primum's" });
      assert.deepEqual(seen[0], { at: "iframe", marks: 0, words: "" });
    } finally {
      await early.close();
    }
  });
});
