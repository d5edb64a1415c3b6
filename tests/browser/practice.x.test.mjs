// What the practice X knows beside the text: threads, accounts, media, replies, navigation; without the extension.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BOXES, clickFirst, modelText, openBox, post, press, typeInto, until } from "./harness/index.mjs";
import { PHOTO, practiceSuite } from "./harness/suite.mjs";

const suite = practiceSuite();

describe("X", () => {
  test("a thread posts all its boxes in one press", async () => {
    await openBox(suite.page, "x-modal");
    await typeInto(suite.page, "x-modal", "first part");
    await clickFirst(suite.page, '[data-testid="addButton"]');
    await clickFirst(suite.page, '#layers [data-testid="tweetTextarea_1"]');
    await suite.page.keyboard.type("second part");
    assert.equal(await suite.page.textContent('#layers [data-testid="tweetButton"]'), "Post all");
    await post(suite.page, "x-modal", "ctrl-enter");
    assert.deepEqual((await suite.postedOnce()).texts, ["first part", "second part"]);
  });

  test("the account changes without loading a document, and the lock shows on the protected one", async () => {
    await openBox(suite.page, "x-home");
    await suite.page.evaluate(() => { globalThis.sameDocument = true; });
    assert.equal(await suite.count('[data-testid="icon-lock"]'), 0);
    await clickFirst(suite.page, '[data-testid="SideNav_AccountSwitcher_Button"]');
    await clickFirst(suite.page, '[data-testid="UserCell"]');
    await until(() => suite.count('[data-testid="icon-lock"]'), (locks) => locks === 1);
    assert.equal(await suite.page.evaluate(() => globalThis.sameDocument), true);
    assert.match(await suite.page.textContent('[data-testid="SideNav_AccountSwitcher_Button"]'), /@dr_amy_lee/);
    assert.equal(await suite.page.getAttribute('[data-testid="AppTabBar_Profile_Link"]', "href"), "/dr_amy_lee");
    assert.equal(await suite.count('.composer [data-testid="UserAvatar-Container-dr_amy_lee"]'), 1);
    await clickFirst(suite.page, BOXES["x-home"].editor);
    await suite.page.keyboard.type("from the other account");
    await post(suite.page, "x-home", "click");
    assert.equal((await suite.postedOnce()).account, "dr_amy_lee");
  });

  test("a photo with its alternative text is posted", async () => {
    await openBox(suite.page, "x-home");
    await suite.page.setInputFiles('[data-testid="fileInput"]', PHOTO);
    await suite.page.waitForSelector('.composer [data-testid="attachments"] img');
    await suite.page.fill('[data-testid="altTextInput"]', "a wall clock");
    await post(suite.page, "x-home", "click");
    const sent = await suite.postedOnce();
    assert.deepEqual([sent.media, sent.fields, sent.texts], [["photo"], ["a wall clock"], [""]]);
  });

  test("a poll's choices are posted", async () => {
    await openBox(suite.page, "x-home");
    await typeInto(suite.page, "x-home", "Which?");
    await clickFirst(suite.page, '[data-testid="createPollButton"]');
    await suite.page.fill('[name="Choice1"]', "tea");
    await suite.page.fill('[name="Choice2"]', "coffee");
    await post(suite.page, "x-home", "click");
    assert.deepEqual((await suite.postedOnce()).fields, ["tea", "coffee"]);
  });

  test("a reply and a quote know the post they speak to", async () => {
    for (const id of ["x-reply", "x-reply-modal", "x-quote"]) {
      suite.browser.reset();
      await openBox(suite.page, id);
      await typeInto(suite.page, id, "Try a picture book");
      await post(suite.page, id, "click");
      assert.match((await suite.postedOnce()).parent, /keep a toddler still/, id);
    }
  });

  test("the toolbar is in a sibling subtree of the editor's row", async () => {
    for (const id of ["x-home", "x-reply", "x-modal"]) {
      await openBox(suite.page, id);
      const inside = await suite.page.evaluate((s) => {
        const editor = document.querySelector(s);
        const button = [...document.querySelectorAll('[data-testid^="tweetButton"]')].at(-1);
        const toolBar = button.closest('[data-testid="toolBar"]');
        return { editorInToolBar: toolBar.contains(editor), siblings: editor.closest(".box").parentElement.parentElement === toolBar.parentElement.parentElement };
      }, BOXES[id].editor);
      assert.deepEqual(inside, { editorInToolBar: false, siblings: true }, id);
    }
  });

  test("an open list of people takes the Enter that would send a message", async () => {
    await openBox(suite.page, "x-message");
    await suite.page.keyboard.type("ask @jor");
    await suite.page.waitForSelector('[data-testid="typeaheadResult"]');
    await press(suite.page, "Enter");
    await until(() => modelText(suite.page, "x-message"), (text) => text === "ask @jordan_ellis ");
    await suite.page.keyboard.type("too");
    await press(suite.page, "Enter");
    assert.deepEqual((await suite.postedOnce()).texts, ["ask @jordan_ellis too"]);
  });

  test("Escape with an unsent draft asks before discarding, and leaves the draft", async () => {
    await openBox(suite.page, "x-modal-by-navigation");
    await typeInto(suite.page, "x-modal-by-navigation", "half a thought");
    await press(suite.page, "Escape");
    await clickFirst(suite.page, '[data-testid="confirmationSheetConfirm"]');
    assert.equal(await modelText(suite.page, "x-modal-by-navigation"), "half a thought");
  });

  test("back closes the modal without loading a document", async () => {
    await openBox(suite.page, "x-modal-by-navigation");
    assert.equal(new URL(suite.page.url()).pathname, "/compose/post");
    await suite.page.evaluate(() => { globalThis.sameDocument = true; history.back(); });
    await until(() => suite.count('[role="dialog"]'), (dialogs) => dialogs === 0);
    assert.equal(await suite.page.evaluate(() => globalThis.sameDocument), true);
    assert.equal(new URL(suite.page.url()).pathname, "/home");
  });
});
