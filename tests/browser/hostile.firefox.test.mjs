// A hostile page in Firefox: the attempts of hostile.test.mjs whose outcome the page and its server can see. The driver
// cannot look into the frame; that a post is held, and that nothing decides about it, is seen without.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { endFight, fightForFocus, floodWithElements, floodWithMessages, layDialogOver, writeAnew } from "./hostile-harness.mjs";
import { boxOf, launchFirefox, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const HARMLESS = "Proud of our whole night team.";
/** The frame's start, on a busy machine; until then a press would only wait for its answer. */
const START_MS = 2500;
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 700;
/** The page is kept busy on purpose. */
const DROWNED_MS = 30_000;
/** Longer than the page script waits for a page that may be left (extension/page/stay.ts). */
const STAYED_MS = 3500;

describe("a hostile page in Firefox cannot", () => {
  let browser;
  let page;
  before(async () => {
    browser = await launchFirefox({ extensionDir: join(DIST, "firefox") });
    page = await browser.newPage();
    await page.bringToFront();
  });
  after(() => browser?.close());
  beforeEach(() => browser.reset());

  async function write(text, prepare = () => {}) {
    await openBox(page, "x-home");
    await page.evaluate(prepare);
    await typeInto(page, "x-home", text);
    await until(() => modelText(page, "x-home"), (model) => model === text, { what: "the draft in the model" });
    await pause(START_MS);
  }

  const clickByScript = () => page.evaluate((css) => /** @type {HTMLElement} */ (document.querySelector(css)).click(), boxOf("x-home").button);
  const isHostThere = () => page.evaluate(() => [...document.documentElement.children].some((one) => /^[a-z]{10}-[a-z]{10}$/.test(one.localName)));

  test("press its own Post past the pause, or decide about it with keys, clicks and messages of its own", async () => {
    await write(RISKY);
    await clickByScript();
    await pause(HELD_MS);
    await page.evaluate(() => {
      const host = [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName));
      for (const target of [host, document, window]) {
        for (const key of ["Enter", " ", "Escape"]) target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true }));
        for (const type of ["click", "submit", "cancel", "close"]) target?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
      }
      for (const data of [{ t: "decision", press: 1, decision: "post" }, { primum: "0".repeat(32) }]) postMessage(data, "*", [new MessageChannel().port1]);
    });
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await press(page, "Escape");
    await pause(HELD_MS);
    await page.keyboard.type("!");
    await until(() => modelText(page, "x-home"), (model) => model === `${RISKY}!`, { what: "the caret back: the real Escape closed the pause, the forged one had not" });
  });

  // An element named "documentElement" breaks Draft.js itself in Firefox: letters come in reverse, with or without Primum.
  for (const name of ["body", "activeElement"]) {
    test(`let a post slip by with elements named "${name}"`, async () => {
      await openBox(page, "x-home");
      await page.evaluate((given) => {
        for (const tag of ["img", "form"]) {
          const one = document.createElement(tag);
          one.setAttribute("name", given);
          document.body.append(one);
        }
      }, name);
      await typeInto(page, "x-home", RISKY);
      await pause(START_MS);
      await post(page, "x-home", "ctrl-enter");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
    });
  }

  test("keep the frame out by an embedder policy", async () => {
    await openBox(page, "x-home", { embedder: "require-corp" });
    assert.equal(await page.evaluate(() => crossOriginIsolated), true, "the policy is in force");
    await typeInto(page, "x-home", RISKY);
    await pause(START_MS);
    // Without its frame Primum says so at the first press, and lets the second one pass.
    for (let presses = 0; presses < 2; presses += 1) {
      await post(page, "x-home", "ctrl-enter");
      await pause(HELD_MS);
    }
    assert.equal(browser.posted().length, 0);
    await press(page, "Escape");
    await pause(HELD_MS);
  });

  test("get rid of Primum by removing its element once, or see into it", async () => {
    await write(RISKY);
    assert.ok(await isHostThere(), "the control: the element is found");
    const seen = await page.evaluate(() => {
      const host = /** @type {Element} */ ([...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName)));
      const shape = { shadow: host.shadowRoot, html: host.innerHTML, windows: window.length, entries: performance.getEntries().filter((one) => /extension:/.test(one.name)).length };
      host.remove();
      return shape;
    });
    assert.deepEqual(seen, { shadow: null, html: "", windows: 0, entries: 0 });
    await until(isHostThere, Boolean, { what: "the element back" });
    await pause(START_MS);
    await post(page, "x-home", "click");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("make Primum deaf by writing its document anew", async () => {
    const { url, editor, button } = boxOf("x-home");
    await page.goto(url);
    await writeAnew(page, { editor, button });
    await page.click(editor);
    await page.keyboard.type(RISKY);
    await pause(START_MS);
    await page.click(button);
    await pause(HELD_MS);
    assert.equal(await page.title(), "");
    // The reasons stand before Edit; after it the first fix, then the way on.
    for (const key of ["Shift+Tab", "Space", "Tab", "Tab", "Tab", "Enter"]) await press(page, key);
    await until(() => page.title(), (title) => title === `posted: ${RISKY}`, { what: "the control: the page's own box posts" });
  });

  test("post by taking the focus during the pause, or by laying a dialog of its own over it", async () => {
    await write(RISKY);
    await post(page, "x-home", "click");
    await pause(HELD_MS);
    await fightForFocus(page);
    await page.keyboard.type("qzqz", { delay: 30 });
    await layDialogOver(page);
    await page.mouse.click(400, 300);
    await press(page, "Enter");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await endFight(page);
    await press(page, "Escape");
    await until(() => modelText(page, "x-home"), (model) => model === RISKY, { what: "the draft, whole" });
  });

  test("drown it: under a flood of elements and of huge and wrong messages a post is held", async () => {
    await write(RISKY);
    await floodWithMessages(page);
    await floodWithElements(page, boxOf("x-home").button);
    await page.keyboard.type(" and SSN 219-09-9999");
    await until(() => modelText(page, "x-home"), (model) => model.endsWith("9999"), { timeoutMs: DROWNED_MS, what: "the draft" });
    await press(page, "Control+Enter");
    await pause(START_MS);
    assert.equal(browser.posted().length, 0);
  });

  for (const [how, everyMs] of /** @type {[string, number][]} */ ([["once", 0], ["again and again", 100]])) {
    test(`slip by while it pretends to leave ${how}`, async () => {
      const led = /** @type {string[]} */ ([]);
      const answer = (request) => {
        if (!request.url().endsWith("/nothing-comes-of-it")) return request.continue();
        led.push(request.url());
        return request.respond({ status: 204, body: "" });
      };
      await write(RISKY);
      await page.setRequestInterception(true);
      page.on("request", answer);
      try {
        await page.evaluate((ms) => {
          const lead = () => { location.href = "https://x.com/nothing-comes-of-it"; };
          if (ms > 0) Object.assign(globalThis, { leading: setInterval(lead, ms) });
          lead();
        }, everyMs);
        await until(() => led.length, (times) => times > 0, { what: "the control: the browser asked for where it leads" });
        await clickByScript();
        await pause(STAYED_MS);
        assert.deepEqual([browser.posted().length, await modelText(page, "x-home")], [0, RISKY]);
      } finally {
        await page.evaluate(() => clearInterval(/** @type {any} */ (globalThis).leading));
        page.off("request", answer);
        await page.setRequestInterception(false);
      }
    });
  }

  test("keep a harmless draft from going: with all of the above nothing is lost", async () => {
    await write(HARMLESS);
    await clickByScript();
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [HARMLESS]);
  });
});
