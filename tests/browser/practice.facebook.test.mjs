// What the practice Facebook knows beside the text: audiences, who acts, media, mentions, friends; without the extension.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BOXES, clickFirst, modelText, openBox, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { PHOTO, practiceSuite } from "./harness/suite.mjs";

const suite = practiceSuite();

describe("Facebook", () => {
  test("the audience is changed in its dialog, which keeps the draft", async () => {
    await openBox(suite.page, "facebook-post");
    await typeInto(suite.page, "facebook-post", "A quiet day");
    const button = '[role="button"][aria-label^="Edit privacy. Sharing with "]';
    assert.equal(await suite.page.getAttribute(button, "aria-label"), "Edit privacy. Sharing with Friends. ");
    await clickFirst(suite.page, button);
    await suite.page.check('input[value="public"]');
    await clickFirst(suite.page, '[aria-label="Done with privacy audience selection and close dialog"]');
    await until(() => suite.page.getAttribute(button, "aria-label"), (label) => label === "Edit privacy. Sharing with Public. ");
    await post(suite.page, "facebook-post", "click");
    const sent = await suite.postedOnce();
    assert.deepEqual([sent.audience, sent.texts], ["public", ["A quiet day"]]);
  });

  test("Post is disabled while the draft is empty", async () => {
    await openBox(suite.page, "facebook-post");
    assert.equal(await suite.page.getAttribute(BOXES["facebook-post"].button, "aria-disabled"), "true");
    await suite.page.evaluate((s) => document.querySelector(s).click(), BOXES["facebook-post"].button);
    await typeInto(suite.page, "facebook-post", "x");
    await until(() => suite.page.getAttribute(BOXES["facebook-post"].button, "aria-disabled"), (disabled) => disabled === null);
    assert.deepEqual(suite.browser.posted(), []);
  });

  test("a Page posts from the settings dialog, where no editor is", async () => {
    await openBox(suite.page, "facebook-page");
    await typeInto(suite.page, "facebook-page", "Closed on Friday");
    await clickFirst(suite.page, '[role="dialog"] .primary');
    await suite.page.waitForSelector('[role="dialog"][aria-label="Post settings"]');
    assert.equal(await suite.count('[role="dialog"] [data-lexical-editor]'), 0);
    assert.deepEqual(suite.browser.posted(), []);
    await clickFirst(suite.page, '[role="dialog"] .primary');
    const sent = await suite.postedOnce();
    assert.deepEqual([sent.texts, sent.account], [["Closed on Friday"], "61550000000002"]);
  });

  test("cookies and the document's data say who acts", async () => {
    const acting = () => suite.page.evaluate(() => {
      const data = JSON.parse(document.querySelector("script[data-sjs]").textContent).require[0][3][0].define[0][2];
      return { cookie: document.cookie, account: data.ACCOUNT_ID, user: data.USER_ID, name: data.NAME };
    });
    await suite.page.goto("https://www.facebook.com/?as=person");
    const person = await acting();
    assert.match(person.cookie, /c_user=100001000000001/);
    assert.doesNotMatch(person.cookie, /i_user/);
    assert.equal(person.user, person.account);
    await clickFirst(suite.page, '[aria-label="Your profile"]');
    await Promise.all([suite.page.waitForURL(/as=page/), clickFirst(suite.page, '[role="dialog"] [role="button"]')]);
    const pageActor = await acting();
    assert.match(pageActor.cookie, /i_user=61550000000002/);
    assert.notEqual(pageActor.user, pageActor.account);
    assert.equal(pageActor.name, "Hillside Family Practice");
  });

  test("a photo in the dialog is posted", async () => {
    await openBox(suite.page, "facebook-post");
    await suite.page.setInputFiles('[role="dialog"] input[type="file"]', PHOTO);
    await suite.page.waitForSelector('[role="dialog"] img[src^="blob:"]');
    await post(suite.page, "facebook-post", "click");
    assert.deepEqual((await suite.postedOnce()).media, ["photo"]);
  });

  test("a mention is one node in the middle of the text", async () => {
    await openBox(suite.page, "facebook-post");
    await suite.page.keyboard.type("with @Pat");
    await suite.page.waitForSelector('[role="listbox"]');
    await press(suite.page, "Enter");
    await until(() => suite.count(".mention"), (mentions) => mentions === 1);
    await suite.page.keyboard.type("and others");
    await until(() => modelText(suite.page, "facebook-post"), (text) => text === "with Pat Doe and others");
    await post(suite.page, "facebook-post", "click");
    assert.deepEqual((await suite.postedOnce()).texts, ["with Pat Doe and others"]);
  });

  test("friend requests are confirmed and deleted, and a friend is added", async () => {
    await suite.page.goto("https://www.facebook.com/friends/requests?as=person");
    await clickFirst(suite.page, '.request [aria-label="Confirm"]');
    await until(() => suite.browser.posted().length, (posts) => posts === 1);
    await clickFirst(suite.page, '.request [aria-label="Delete"]');
    await until(() => suite.browser.posted().length, (posts) => posts === 2);
    await suite.page.goto("https://www.facebook.com/profile/jordan.ellis");
    await clickFirst(suite.page, '[aria-label="Add friend"]');
    const posts = await postedExactly(suite.browser, 3);
    assert.deepEqual(posts.map((sent) => sent.surface), ["friend_confirm", "friend_delete", "friend_add"]);
  });

  for (const moment of ["pointerdown", "keyup"]) {
    test(`a button that acts on ${moment} posts once`, async () => {
      const way = moment === "keyup" ? "button-space" : "click";
      await openBox(suite.page, "facebook-post", { press: moment });
      await typeInto(suite.page, "facebook-post", "early or late");
      await post(suite.page, "facebook-post", way);
      assert.deepEqual((await suite.postedOnce()).texts, ["early or late"]);
    });
  }
});
