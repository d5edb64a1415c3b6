// Every way of posting from every box of Facebook, on the shipping build.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boxOf, clickFirst, modelText, post, postedExactly, until } from "./harness/index.mjs";
import { nothingFound, postAnyway, shown, write } from "./e2e-harness.mjs";
import { HARMLESS, RISKY, everyWay, heldThenPosted, isOfX, onePage, tap, writeRisky } from "./e2e-hold.mjs";

describe("posting on Facebook, held by the shipping build", () => {
  const current = onePage();
  everyWay((box) => !isOfX(box), current);

  test("facebook-post: a draft edited under the dialog is asked about anew, and posted once as it is then", async () => {
    const { browser, page } = current();
    await writeRisky(page, "facebook-post");
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
    await heldThenPosted({ browser, page }, [`${RISKY} Her MRN is 4471902.`]);
  });

  test("two composers: each press is about its own draft", async () => {
    const { browser, page } = current();
    await writeRisky(page, "facebook-comment");
    const chat = boxOf("facebook-chat-tab");
    await clickFirst(page, chat.clicks[0]);
    await clickFirst(page, chat.editor);
    await page.keyboard.type("see you at the library");
    await until(() => modelText(page, "facebook-chat-tab"), (model) => model === "see you at the library", { what: "the message in the editor's model" });
    await nothingFound(page);
    await post(page, "facebook-chat-tab", "enter");
    const [first] = await postedExactly(browser, 1);
    assert.deepEqual([first.surface, first.texts, first.trusted], ["message", ["see you at the library"], true]);
    await clickFirst(page, boxOf("facebook-comment").editor);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await post(page, "facebook-comment", "enter");
    await shown(page, "pause", (words) => words.includes("Lindqvist"));
    await postAnyway(page);
    const [, second] = await postedExactly(browser, 2);
    assert.deepEqual([second.surface, second.texts], ["comment", [RISKY]]);
  });

  test("facebook-comment by a form's own submit: a risky one is held, posted once; a harmless one goes by the browser's own event", async () => {
    const { browser, page } = current();
    const submit = `${boxOf("facebook-comment").editor.replace(" [data-lexical-editor]", "")} button[type="submit"]`;
    await writeRisky(page, "facebook-comment", { press: "submit" });
    await clickFirst(page, submit);
    await heldThenPosted({ browser, page }, [RISKY]);
    browser.reset();
    await write(page, "facebook-comment", HARMLESS, { press: "submit" });
    await nothingFound(page);
    await clickFirst(page, submit);
    const [sent] = await postedExactly(browser, 1);
    assert.deepEqual([sent.texts, sent.trusted], [[HARMLESS], true]);
  });

  for (const [id, query] of [["facebook-post", {}], ["facebook-post", { press: "pointerdown" }], ["facebook-comment", {}]]) {
    test(`${id} by touch ${JSON.stringify(query)}: a risky draft is held, posted once; a harmless one goes by the browser's own event`, async () => {
      const { browser, page } = current();
      await writeRisky(page, id, query);
      await tap(page, boxOf(id).button);
      await heldThenPosted({ browser, page }, [RISKY]);
      browser.reset();
      await write(page, id, HARMLESS, query);
      await nothingFound(page);
      await tap(page, boxOf(id).button);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[HARMLESS], true]);
    });
  }
});
