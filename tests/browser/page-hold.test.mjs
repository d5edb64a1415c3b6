// Presses that are kept and go nowhere, or that come in unusual ways; the frame's decision arrives three times each.
// Every way of posting from every box, on the shipping build: e2e-hold-*.test.mjs.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BOXES, modelText, openBox, pause, post, postedExactly, typeInto, until } from "./harness/index.mjs";
import { draftSeen, frameOf, heardBy, launchWithPageScript } from "./page-harness.mjs";

const RISKY = "Done 👩🏽‍⚕️,\na cautious word";
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;

async function write(page, id, text, query) {
  await openBox(page, id, query);
  await typeInto(page, id, text);
  await until(() => modelText(page, id), (t) => t === text, { what: "the draft in the editor's model" });
  return draftSeen(page, (d) => d.text === text);
}

async function pressed(page) {
  const frame = await frameOf(page);
  const presses = await until(() => heardBy(frame, "press"), (p) => p.length > 0, { what: "the press in the frame" });
  return { frame, presses };
}

describe("posting, held", () => {
  let browser;
  let page;
  before(async () => { browser = await launchWithPageScript({ repeat_decision: 3 }); });
  after(() => browser?.close());
  beforeEach(async () => {
    browser.reset();
    page ??= await browser.newPage();
  });

  for (const [id, box] of Object.entries(BOXES)) {
    test(`${id}: "Edit" posts nothing and leads back to the draft`, async () => {
      await write(page, id, RISKY);
      await post(page, id, box.ways[0]);
      const { frame } = await pressed(page);
      await frame.click("#edit");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      if (box.steps) return;
      await until(() => page.evaluate((css) => document.querySelector(css)?.contains(document.activeElement) ?? false, box.editor), Boolean, { what: "the caret back in the draft" });
      await page.keyboard.type("s");
      await until(() => modelText(page, id), (t) => t === `${RISKY}s`, { what: "typing to go on where the caret was" });
    });
  }

  for (const press of ["pointerdown", "keyup"]) {
    for (const way of ["click", "button-enter"]) {
      test(`facebook-post whose buttons act on ${press}, by ${way}`, async () => {
        await write(page, "facebook-post", RISKY, { press });
        await post(page, "facebook-post", way);
        const { frame } = await pressed(page);
        await pause(HELD_MS);
        assert.equal(browser.posted().length, 0);
        await frame.click("#post");
        await postedExactly(browser, 1);
      });
    }
  }

  test("a double click is one press and one post", async () => {
    await write(page, "x-home", RISKY);
    const button = await page.waitForSelector(BOXES["x-home"].button);
    const { x, y, width, height } = await button.boundingBox();
    // As a hand would: the driver's own double click waits until nothing covers the button for its second half.
    await page.mouse.dblclick(x + width / 2, y + height / 2);
    const { frame } = await pressed(page);
    await frame.click("#post");
    await postedExactly(browser, 1);
    assert.equal((await heardBy(frame, "press")).length, 1);
  });

  test("Shift+Enter and Enter while composing do not post or ask", async () => {
    await write(page, "facebook-comment", RISKY);
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await client.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
    await pause(HELD_MS);
    assert.equal((await heardBy(await frameOf(page), "press")).length, 0);
    assert.equal(browser.posted().length, 0);
  });
});
