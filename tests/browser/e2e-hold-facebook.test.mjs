// Every way of posting from every box of Facebook, on the shipping build.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boxOf, pause, post, postedExactly } from "./harness/index.mjs";
import { HELD_MS, postAnyway, shown, write } from "./e2e-harness.mjs";
import { RISKY, everyWay, isOfX, onePage } from "./e2e-hold.mjs";

describe("posting on Facebook, held by the shipping build", () => {
  const current = onePage();
  everyWay((box) => !isOfX(box), current);

  test("facebook-post: a draft edited under the dialog is asked about anew, and posted once as it is then", async () => {
    const { browser, page } = current();
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
});
