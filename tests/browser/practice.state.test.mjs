// What the practice sites know beside the text: accounts, audiences, threads, media, language, CSP; without the extension.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BOXES, clickFirst, launchChromium, modelText, openBox, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

// The smallest picture there is: one transparent pixel.
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64");
const PHOTO = { name: "photo.gif", mimeType: "image/gif", buffer: PIXEL };
// An empty WebAssembly module: magic number and version.
const EMPTY_WASM = [0, 97, 115, 109, 1, 0, 0, 0];

/** @type {Awaited<ReturnType<typeof launchChromium>>} */
let browser;
let page;
before(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
after(() => browser?.close());
beforeEach(() => browser.reset());

const count = (selector) => page.evaluate((s) => document.querySelectorAll(s).length, selector);
const textContent = (selector) => page.evaluate((s) => document.querySelector(s)?.textContent, selector);
const postedOnce = async () => (await postedExactly(browser, 1))[0];

describe("X", () => {
  test("a thread posts all its boxes in one press", async () => {
    await openBox(page, "x-modal");
    await typeInto(page, "x-modal", "first part");
    await clickFirst(page, '[data-testid="addButton"]');
    await clickFirst(page, '#layers [data-testid="tweetTextarea_1"]');
    await page.keyboard.type("second part");
    assert.equal(await textContent('#layers [data-testid="tweetButton"]'), "Post all");
    await post(page, "x-modal", "ctrl-enter");
    assert.deepEqual((await postedOnce()).texts, ["first part", "second part"]);
  });

  test("the account changes without loading a document, and the lock shows on the protected one", async () => {
    await openBox(page, "x-home");
    await page.evaluate(() => { globalThis.sameDocument = true; });
    assert.equal(await count('[data-testid="icon-lock"]'), 0);
    await clickFirst(page, '[data-testid="SideNav_AccountSwitcher_Button"]');
    await clickFirst(page, '[data-testid="UserCell"]');
    await until(() => count('[data-testid="icon-lock"]'), (locks) => locks === 1);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
    assert.match(await textContent('[data-testid="SideNav_AccountSwitcher_Button"]'), /@dr_amy_lee/);
    assert.equal(await page.getAttribute('[data-testid="AppTabBar_Profile_Link"]', "href"), "/dr_amy_lee");
    assert.equal(await count('.composer [data-testid="UserAvatar-Container-dr_amy_lee"]'), 1);
    await clickFirst(page, BOXES["x-home"].editor);
    await page.keyboard.type("from the other account");
    await post(page, "x-home", "click");
    assert.equal((await postedOnce()).account, "dr_amy_lee");
  });

  test("a photo with its alternative text is posted", async () => {
    await openBox(page, "x-home");
    await page.setInputFiles('[data-testid="fileInput"]', PHOTO);
    await page.waitForSelector('.composer [data-testid="attachments"] img');
    await page.fill('[data-testid="altTextInput"]', "a wall clock");
    await post(page, "x-home", "click");
    const sent = await postedOnce();
    assert.deepEqual([sent.media, sent.fields, sent.texts], [["photo"], ["a wall clock"], [""]]);
  });

  test("a poll's choices are posted", async () => {
    await openBox(page, "x-home");
    await typeInto(page, "x-home", "Which?");
    await clickFirst(page, '[data-testid="createPollButton"]');
    await page.fill('[name="Choice1"]', "tea");
    await page.fill('[name="Choice2"]', "coffee");
    await post(page, "x-home", "click");
    assert.deepEqual((await postedOnce()).fields, ["tea", "coffee"]);
  });

  test("a reply and a quote know the post they speak to", async () => {
    for (const id of ["x-reply", "x-reply-modal", "x-quote"]) {
      browser.reset();
      await openBox(page, id);
      await typeInto(page, id, "Try a picture book");
      await post(page, id, "click");
      assert.match((await postedOnce()).parent, /keep a toddler still/, id);
    }
  });

  test("the toolbar is in a sibling subtree of the editor's row", async () => {
    for (const id of ["x-home", "x-reply", "x-modal"]) {
      await openBox(page, id);
      const inside = await page.evaluate((s) => {
        const editor = document.querySelector(s);
        const button = [...document.querySelectorAll('[data-testid^="tweetButton"]')].at(-1);
        const toolBar = button.closest('[data-testid="toolBar"]');
        return { editorInToolBar: toolBar.contains(editor), siblings: editor.closest(".box").parentElement.parentElement === toolBar.parentElement.parentElement };
      }, BOXES[id].editor);
      assert.deepEqual(inside, { editorInToolBar: false, siblings: true }, id);
    }
  });

  test("an open list of people takes the Enter that would send a message", async () => {
    await openBox(page, "x-message");
    await page.keyboard.type("ask @jor");
    await page.waitForSelector('[data-testid="typeaheadResult"]');
    await press(page, "Enter");
    await until(() => modelText(page, "x-message"), (text) => text === "ask @jordan_ellis ");
    await page.keyboard.type("too");
    await press(page, "Enter");
    assert.deepEqual((await postedOnce()).texts, ["ask @jordan_ellis too"]);
  });

  test("Escape with an unsent draft asks before discarding, and leaves the draft", async () => {
    await openBox(page, "x-modal-by-navigation");
    await typeInto(page, "x-modal-by-navigation", "half a thought");
    await press(page, "Escape");
    await clickFirst(page, '[data-testid="confirmationSheetConfirm"]');
    assert.equal(await modelText(page, "x-modal-by-navigation"), "half a thought");
  });

  test("back closes the modal without loading a document", async () => {
    await openBox(page, "x-modal-by-navigation");
    assert.equal(new URL(page.url()).pathname, "/compose/post");
    await page.evaluate(() => { globalThis.sameDocument = true; history.back(); });
    await until(() => count('[role="dialog"]'), (dialogs) => dialogs === 0);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
    assert.equal(new URL(page.url()).pathname, "/home");
  });
});

describe("Facebook", () => {
  test("the audience is changed in its dialog, which keeps the draft", async () => {
    await openBox(page, "facebook-post");
    await typeInto(page, "facebook-post", "A quiet day");
    const button = '[role="button"][aria-label^="Edit privacy. Sharing with "]';
    assert.equal(await page.getAttribute(button, "aria-label"), "Edit privacy. Sharing with Friends. ");
    await clickFirst(page, button);
    await page.check('input[value="public"]');
    await clickFirst(page, '[aria-label="Done with privacy audience selection and close dialog"]');
    await until(() => page.getAttribute(button, "aria-label"), (label) => label === "Edit privacy. Sharing with Public. ");
    await post(page, "facebook-post", "click");
    const sent = await postedOnce();
    assert.deepEqual([sent.audience, sent.texts], ["public", ["A quiet day"]]);
  });

  test("Post is disabled while the draft is empty", async () => {
    await openBox(page, "facebook-post");
    assert.equal(await page.getAttribute(BOXES["facebook-post"].button, "aria-disabled"), "true");
    await page.evaluate((s) => document.querySelector(s).click(), BOXES["facebook-post"].button);
    await typeInto(page, "facebook-post", "x");
    await until(() => page.getAttribute(BOXES["facebook-post"].button, "aria-disabled"), (disabled) => disabled === null);
    assert.deepEqual(browser.posted(), []);
  });

  test("a Page posts from the settings dialog, where no editor is", async () => {
    await openBox(page, "facebook-page");
    await typeInto(page, "facebook-page", "Closed on Friday");
    await clickFirst(page, '[role="dialog"] .primary');
    await page.waitForSelector('[role="dialog"][aria-label="Post settings"]');
    assert.equal(await count('[role="dialog"] [data-lexical-editor]'), 0);
    assert.deepEqual(browser.posted(), []);
    await clickFirst(page, '[role="dialog"] .primary');
    const sent = await postedOnce();
    assert.deepEqual([sent.texts, sent.account], [["Closed on Friday"], "61550000000002"]);
  });

  test("cookies and the document's data say who acts", async () => {
    const acting = () => page.evaluate(() => {
      const data = JSON.parse(document.querySelector("script[data-sjs]").textContent).require[0][3][0].define[0][2];
      return { cookie: document.cookie, account: data.ACCOUNT_ID, user: data.USER_ID, name: data.NAME };
    });
    await page.goto("https://www.facebook.com/?as=person");
    const person = await acting();
    assert.match(person.cookie, /c_user=100001000000001/);
    assert.doesNotMatch(person.cookie, /i_user/);
    assert.equal(person.user, person.account);
    await clickFirst(page, '[aria-label="Your profile"]');
    await Promise.all([page.waitForURL(/as=page/), clickFirst(page, '[role="dialog"] [role="button"]')]);
    const pageActor = await acting();
    assert.match(pageActor.cookie, /i_user=61550000000002/);
    assert.notEqual(pageActor.user, pageActor.account);
    assert.equal(pageActor.name, "Hillside Family Practice");
  });

  test("a photo in the dialog is posted", async () => {
    await openBox(page, "facebook-post");
    await page.setInputFiles('[role="dialog"] input[type="file"]', PHOTO);
    await page.waitForSelector('[role="dialog"] img[src^="blob:"]');
    await post(page, "facebook-post", "click");
    assert.deepEqual((await postedOnce()).media, ["photo"]);
  });

  test("a mention is one node in the middle of the text", async () => {
    await openBox(page, "facebook-post");
    await page.keyboard.type("with @Pat");
    await page.waitForSelector('[role="listbox"]');
    await press(page, "Enter");
    await until(() => count(".mention"), (mentions) => mentions === 1);
    await page.keyboard.type("and others");
    await until(() => modelText(page, "facebook-post"), (text) => text === "with Pat Doe and others");
    await post(page, "facebook-post", "click");
    assert.deepEqual((await postedOnce()).texts, ["with Pat Doe and others"]);
  });

  test("friend requests are confirmed and deleted, and a friend is added", async () => {
    await page.goto("https://www.facebook.com/friends/requests?as=person");
    await clickFirst(page, '.request [aria-label="Confirm"]');
    await until(() => browser.posted().length, (posts) => posts === 1);
    await clickFirst(page, '.request [aria-label="Delete"]');
    await until(() => browser.posted().length, (posts) => posts === 2);
    await page.goto("https://www.facebook.com/profile/jordan.ellis");
    await clickFirst(page, '[aria-label="Add friend"]');
    const posts = await postedExactly(browser, 3);
    assert.deepEqual(posts.map((sent) => sent.surface), ["friend_confirm", "friend_delete", "friend_add"]);
  });

  for (const moment of ["pointerdown", "keyup"]) {
    test(`a button that acts on ${moment} posts once`, async () => {
      const way = moment === "keyup" ? "button-space" : "click";
      await openBox(page, "facebook-post", { press: moment });
      await typeInto(page, "facebook-post", "early or late");
      await post(page, "facebook-post", way);
      assert.deepEqual((await postedOnce()).texts, ["early or late"]);
    });
  }
});

describe("both sites", () => {
  test("every box posts in Spanish, with no English label left on it", async () => {
    const english = /\b(post|reply|comment|message|what|write|send|next|share)\b/i;
    for (const id of Object.keys(BOXES)) {
      browser.reset();
      await openBox(page, id, { lang: "es" });
      assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
      const label = await page.evaluate((s) => document.querySelector(s).getAttribute("aria-label") ?? "", BOXES[id].editor);
      assert.doesNotMatch(label.replace("Texto del post", ""), english, id);
      await typeInto(page, id, "Buenos días");
      await post(page, id, "click");
      assert.deepEqual((await postedOnce()).texts, ["Buenos días"], id);
    }
  });

  test("a replayed, untrusted press posts again, so that replaying twice is counted", async () => {
    const replayed = { "x-home": ["click", "key"], "x-chat": ["click"], "facebook-post": ["click"], "facebook-comment": ["click", "key"] };
    for (const [id, ways] of Object.entries(replayed)) {
      for (const way of ways) {
        browser.reset();
        await openBox(page, id);
        await typeInto(page, id, "again");
        await page.evaluate(replayTwice, { box: BOXES[id], way });
        const posts = await postedExactly(browser, 2);
        assert.deepEqual(posts.map((sent) => sent.trusted), [false, false], `${id} ${way}`);
      }
    }
  });

  for (const [site, url] of [["X", "https://x.com/home"], ["Facebook", "https://www.facebook.com/"]]) {
    for (const wasm of [1, 0]) {
      test(`${site}'s CSP ${wasm ? "allows" : "refuses"} WebAssembly`, async () => {
        await page.goto(`${url}?wasm=${wasm}`);
        const outcome = await page.evaluate((bytes) => WebAssembly.instantiate(new Uint8Array(bytes)).then(() => "ran", (e) => e.name), EMPTY_WASM);
        assert.equal(outcome, wasm ? "ran" : "CompileError");
      });
    }

    test(`${site} requires Trusted Types and is a secure context`, async () => {
      await page.goto(url);
      const outcome = await page.evaluate(() => {
        try {
          document.createElement("div").innerHTML = "<b>x</b>";
          return "assigned";
        } catch (error) {
          return error.name;
        }
      });
      assert.equal(outcome, "TypeError");
      assert.equal(await page.evaluate(() => isSecureContext), true);
    });
  }
});

// Runs in the page: what a page script does to let a held press go, done twice.
function replayTwice({ box, way }) {
  for (let time = 0; time < 2; time += 1) {
    const target = document.querySelector(way === "click" ? box.button : box.editor);
    if (way === "click") target.click();
    else target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: box.ways.includes("ctrl-enter"), bubbles: true, cancelable: true }));
  }
}
