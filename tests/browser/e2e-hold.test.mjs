// Every way of posting from every box, on the shipping build: a risky draft is held, asked about and posted exactly
// once after "Post anyway"; a harmless one goes by the browser's own event. Counted at the page's server.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BOXES, boxOf, pause, post, postedExactly } from "./harness/index.mjs";
import { launchPrimum, postAnyway, shown, write } from "./e2e-harness.mjs";

const RISKY = "Done 👩🏽‍⚕️,\nMrs. Lindqvist in bed 12 finally slept.";
const HARMLESS = "Done 👩🏽‍⚕️,\nproud of our whole night team.";
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;

describe("posting, held by the shipping build", () => {
  let browser;
  let page;
  before(async () => { browser = await launchPrimum(); });
  after(() => browser?.close());
  beforeEach(async () => {
    browser.reset();
    page ??= await browser.newPage();
  });

  for (const [id, { ways }] of Object.entries(BOXES)) {
    for (const way of ways) {
      test(`${id} by ${way}: held, posted once`, async () => {
        await write(page, id, RISKY);
        await shown(page, "chip", (words) => words.includes("Stop") || words.includes("Caution"));
        await post(page, id, way);
        await shown(page, "pause");
        await pause(HELD_MS);
        assert.equal(browser.posted().length, 0, "nothing is posted while the dialog is open");
        await postAnyway(page);
        assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
      });
    }

    test(`${id}: a harmless draft is posted by the browser's own event`, async () => {
      await write(page, id, HARMLESS);
      await shown(page, "chip", (words) => words.includes("Nothing found"));
      await post(page, id, boxOf(id).ways[0]);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[HARMLESS], true]);
    });
  }

  test("facebook-post: a draft edited under the dialog is asked about anew, and posted once as it is then", async () => {
    await write(page, "facebook-post", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await post(page, "facebook-post", "click");
    await shown(page, "pause");
    // As a site's own script could: the page is inert for people now.
    await page.evaluate(async (css) => {
      const editor = document.querySelector(css);
      getSelection().selectAllChildren(editor);
      getSelection().collapseToEnd();
      await new Promise((done) => setTimeout(done, 100));
      editor.dispatchEvent(new InputEvent("beforeinput", { inputType: "insertText", data: " Her MRN is 4471902.", bubbles: true, cancelable: true }));
    }, boxOf("facebook-post").editor);
    await shown(page, "pause", (words) => words.includes("4471902"));
    await postAnyway(page);
    // That decision was about another text.
    await shown(page, "pause");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await postAnyway(page);
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [`${RISKY} Her MRN is 4471902.`]);
  });

  test("two composers: each press is about its own draft", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    const modal = boxOf("x-modal");
    await page.click(modal.editor);
    await page.keyboard.type("proud of our whole night team");
    await shown(page, "chip", (words) => words.includes("Nothing found"));
    await page.click(modal.button);
    const [first] = await postedExactly(browser, 1);
    assert.deepEqual([first.texts, first.trusted], [["proud of our whole night team"], true]);
    await page.click(boxOf("x-home").editor);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await post(page, "x-home", "click");
    await shown(page, "pause", (words) => words.includes("Lindqvist"));
    await postAnyway(page);
    assert.deepEqual((await postedExactly(browser, 2))[1].texts, [RISKY]);
  });
});
