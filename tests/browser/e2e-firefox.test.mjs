// The built extension in real Firefox. Its driver cannot look into the frame, so what is seen here is what the page
// and its server see, and what the keyboard does: the pause has the focus, and everything in it is a key away.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { boxOf, launchFirefox, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const HARMLESS = "Proud of our whole night team. Coffee is on me tomorrow!";
/** The frame's start, on a busy machine; until then a press would only wait for its answer. */
const START_MS = 2500;
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 700;
const WAYS = [["x-home", "click"], ["x-home", "ctrl-enter"], ["x-message", "enter"], ["facebook-post", "click"], ["facebook-comment", "enter"]];

describe("the built extension in Firefox", () => {
  let browser;
  let page;
  before(async () => {
    browser = await launchFirefox({ extensionDir: join(DIST, "firefox") });
    page = await browser.newPage();
    await page.bringToFront();
  });
  after(() => browser?.close());
  beforeEach(() => browser.reset());

  async function write(id, text) {
    await openBox(page, id);
    await typeInto(page, id, text);
    await until(() => modelText(page, id), (model) => model === text, { what: "the draft in the model" });
    await pause(START_MS);
  }

  async function held(id, way) {
    await post(page, id, way);
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0, `${id} by ${way} is held`);
  }

  for (const [id, way] of WAYS) {
    test(`${id} by ${way}: held; Edit is focused and leads back to the draft`, async () => {
      await write(id, RISKY);
      await held(id, way);
      await press(page, "Enter");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      await page.keyboard.type("!");
      await until(() => modelText(page, id), (model) => model === `${RISKY}!`, { what: "typing where the caret was" });
    });
  }

  for (const id of ["x-home", "facebook-comment"]) {
    test(`${id}: a harmless draft is posted by the browser's own event`, async () => {
      await write(id, HARMLESS);
      await post(page, id, boxOf(id).ways[0]);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[HARMLESS], true]);
    });
  }

  test("by keyboard alone: a reason is chosen, and the draft is posted once", async () => {
    await write("x-home", RISKY);
    await held("x-home", "ctrl-enter");
    // The reasons stand before Edit; after it the first fix, then the way on.
    for (const key of ["Shift+Tab", "Space", "Tab", "Tab", "Tab", "Enter"]) await press(page, key);
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
  });
});
