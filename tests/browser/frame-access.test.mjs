// Chip, panel, pause, connection question and notice as assistive technology has them: axe-core in both looks, names
// and roles, what is announced, and the keyboard alone from the caret and back.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { freshPages, launchPrimum, openPanel, primumFrame, shown, write } from "./e2e-harness.mjs";
import { clickFirst, modelText, post, postedExactly, press, until } from "./harness/index.mjs";
import { violations } from "./pages-harness.mjs";

const STOP = "Mrs. Lindqvist in bed 12 finally slept.";
const CAUTION = "My patient had a stroke this morning and I am still shaking.";
const REQUEST = { url: "https://www.facebook.com/friends/requests?as=person", control: ".request .primary" };
const act = (name) => `[data-act='${name}']`;

let browser;
let page;

const frameOf = () => primumFrame(page);
/** What assistive technology is told of an element. */
const told = async (selector, names) => (await frameOf()).$eval(selector, (element, wanted) =>
  Object.fromEntries(wanted.map((name) => [name, element.getAttribute(name)])), names);
/** The words an element is called by. */
const nameOf = async (selector) => (await frameOf()).$eval(selector, (element) => {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ") || (element.getAttribute("aria-label") ?? element.textContent ?? "");
});
const announcement = async (test) => {
  const frame = await frameOf();
  return until(() => frame.evaluate(() => document.querySelector("[aria-live=polite]")?.textContent ?? ""), test, { what: "the announcement" });
};
const focused = async () => (await frameOf()).evaluate(() => document.activeElement?.getAttribute("data-act") ?? document.activeElement?.className ?? "");
/** Presses Tab until the control has the focus. */
async function tabTo(name, key = "Tab") {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    if ((await focused()) === name) return;
    await press(page, key);
  }
  throw new Error(`40 times ${key} did not reach ${name}, last at ${await focused()}`);
}
async function draft(text, box = "x-home") {
  await write(page, box, text);
  await shown(page, "chip", (words) => /Stop|Caution/.test(words));
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  describe(`axe-core, ${colorScheme}`, () => {
    before(async () => { browser = await launchPrimum({ colorScheme }); });
    after(() => browser?.close());
    beforeEach(async () => {
      browser.reset();
      await page?.close();
      page = await browser.newPage();
    });
    const clean = async () => {
      const frame = await frameOf();
      assert.equal(await frame.getAttribute("html", "data-scheme"), colorScheme);
      await until(() => frame.evaluate(() => document.getAnimations().length), (running) => running === 0, { what: "everything to stand still" });
      assert.deepEqual(await violations(/** @type {any} */ (frame)), []);
    };

    test("chip, then panel with texts and every detail open", async () => {
      await draft(STOP);
      await clean();
      const frame = await openPanel(page);
      await frame.click(act("texts"));
      await frame.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await clean();
    });
    for (const [name, text] of [["stop", STOP], ["caution", CAUTION]]) {
      test(`pause of a ${name}`, async () => {
        await draft(text);
        await post(page, "x-home", "click");
        await shown(page, "pause");
        await clean();
      });
    }
    test("connection question, and its guidance", async () => {
      await page.goto(REQUEST.url);
      await clickFirst(page, REQUEST.control);
      await shown(page, "request");
      await clean();
      await (await frameOf()).click(act("current_patient"));
      await shown(page, "request", (words) => /A kind no/.test(words));
      await clean();
    });
  });
}

describe("names, announcements and the keyboard alone", () => {
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  test("chip and panel say what they are, what was found, and which fix is which", async () => {
    await draft(STOP);
    assert.match(await nameOf(".chip"), /Stop/);
    const frame = await openPanel(page);
    assert.equal((await told(".panel", ["role"])).role, "dialog");
    assert.match(await nameOf(".panel"), /^Stop$/);
    assert.equal(await nameOf(act("close")), "Back to the draft");
    const nameless = await frame.$$eval("button, a, input, summary", (all) => all.filter((one) => !(one.getAttribute("aria-label") ?? one.textContent ?? one.closest("label")?.textContent)?.trim() && !one.closest("label")).length);
    assert.equal(nameless, 0);
    const silent = await frame.$$eval(".icon", (all) => all.every((one) => one.getAttribute("aria-hidden") === "true"));
    assert.equal(silent, true, "signs are for the eye; words say the same");
  });

  test("a draft's finding is announced once typing rests, without its words", async () => {
    await write(page, "x-home", STOP);
    const words = await announcement((text) => text !== "");
    assert.equal(words, "Primum: something to change before posting. Alt+Shift+P opens it.");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-testid")), "tweetTextarea_0", "the focus stays in the editor");
  });

  test("pause: an alert dialog with name, description and reasons; Tab stays inside", async () => {
    await draft(STOP);
    await post(page, "x-home", "click");
    await shown(page, "pause");
    assert.deepEqual(await told(".pause", ["role", "aria-modal", "aria-describedby"]), { "role": "alertdialog", "aria-modal": "true", "aria-describedby": "found" });
    assert.match(await nameOf(".pause"), /A second look before this is posted/);
    assert.match(await nameOf("[role=radiogroup]"), /choose what applies/);
    await until(focused, (name) => name === "edit", { what: "the focus on Edit" });
    const seen = new Set();
    for (let pressed = 0; pressed < 12; pressed += 1) {
      await press(page, "Tab");
      seen.add(await focused());
    }
    for (const name of ["edit", "save"]) assert.ok(seen.has(name), `${name} among ${[...seen]}`);
    assert.equal(await page.evaluate(() => document.activeElement?.closest("[data-testid]")?.getAttribute("data-testid") ?? null), null, "nothing of the site has the focus");
  });

  test("keyboard alone: post, be held, give a reason, post anyway", async () => {
    await draft(STOP);
    await post(page, "x-home", "ctrl-enter");
    await shown(page, "pause");
    await until(focused, (name) => name === "edit", { what: "the focus on Edit" });
    // From behind, the keyboard comes to the last of the reasons; the arrows go on to the others.
    await tabTo("other", "Shift+Tab");
    await press(page, "ArrowUp");
    assert.equal(await focused(), "not_a_patient");
    const frame = await frameOf();
    await until(() => frame.isDisabled(act("post")), (disabled) => !disabled, { what: "the way on" });
    await tabTo("post");
    await press(page, "Enter");
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [STOP]);
  });

  test("keyboard alone: open the panel, use a fix, and write on", async () => {
    await draft(STOP, "facebook-post");
    const [worker] = browser.context.serviceWorkers();
    await worker.evaluate(async () => {
      const { chrome } = /** @type {any} */ (globalThis);
      for (const { id } of await chrome.tabs.query({ url: "https://www.facebook.com/*" })) await chrome.tabs.sendMessage(id, { t: "open_panel" }).catch(() => {});
    });
    await shown(page, "panel");
    await until(focused, (name) => name === "panel", { what: "the focus in the panel" });
    await tabTo("fix 0 0");
    await press(page, "Enter");
    await until(() => modelText(page, "facebook-post"), (text) => !text.includes("Lindqvist"), { what: "the words to go" });
    // The fix gives the focus back to the editor.
    await page.keyboard.type("!");
    await until(() => modelText(page, "facebook-post"), (text) => text.includes("!"), { what: "what was typed" });
    assert.equal(browser.posted().length, 0);
  });

  test("keyboard alone: mark the account in the panel, put a ready text in", async () => {
    await draft(STOP, "x-chat");
    const frame = await frameOf();
    await frame.focus(".chip");
    await press(page, "Enter");
    await shown(page, "panel");
    await tabTo("personal");
    await press(page, "Space");
    await shown(page, "panel", (words) => words.includes("Personal"));
    await tabTo("texts");
    await press(page, "Enter");
    assert.equal((await told(act("texts"), ["aria-expanded"]))["aria-expanded"], "true");
    await tabTo("insert 1");
    assert.match(await nameOf(act("insert 1")), /^Insert: /);
    await press(page, "Enter");
    await until(() => modelText(page, "x-chat"), (text) => text.includes("help right away"), { what: "the text" });
  });

  test("connection question: a dialog with a name, and what was chosen is read with the safe way on", async () => {
    await page.goto(REQUEST.url);
    await clickFirst(page, REQUEST.control);
    await shown(page, "request");
    assert.deepEqual(await told(".request", ["role", "aria-modal"]), { "role": "dialog", "aria-modal": "true" });
    assert.match(await nameOf(".request"), /Is this someone from your work/);
    await (await frameOf()).click(act("current_patient"));
    await shown(page, "request", (words) => /A kind no/.test(words));
    assert.equal((await told(act("edit"), ["aria-describedby"]))["aria-describedby"], "advice");
  });
});
