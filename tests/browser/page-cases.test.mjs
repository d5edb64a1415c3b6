// The cases around holding: a draft edited during the pause, two composers, threads, fixes and undo, who acts,
// audience and media, keys during the pause, navigation, connection requests.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { boxOf, clickFirst, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { draftSeen, frameOf, heardBy, launchWithPageScript, linesOn, marksAre } from "./page-harness.mjs";

const RISKY = "a cautious word";
const HELD_MS = 450;

let browser;
let page;
const last = async () => (await heardBy(await frameOf(page), "draft")).at(-1);
const context = async (test, what) => (await until(last, (d) => d !== undefined && test(d.context), { what })).context;
const asked = async (frame, count = 1) => until(() => heardBy(frame, "press"), (p) => p.length === count, { what: `${count} press(es)` });

async function write(id, text, query) {
  await openBox(page, id, query);
  await typeInto(page, id, text);
  await draftSeen(page, (d) => d.text === text);
  return frameOf(page);
}

/** Changes an editor from the page's side, as a site's own script could while our dialog is open. */
const editBehind = (selector, text) => page.evaluate(async ([css, words]) => {
  const editor = document.querySelector(css);
  getSelection().selectAllChildren(editor);
  getSelection().collapseToEnd();
  await new Promise((done) => setTimeout(done, 80));
  editor.dispatchEvent(new InputEvent("beforeinput", { inputType: "insertText", data: words, bubbles: true, cancelable: true }));
}, [selector, text]);

function suite(name, options, body) {
  describe(name, () => {
    before(async () => {
      browser = await launchWithPageScript(options);
      page = await browser.newPage();
    });
    after(() => browser?.close());
    beforeEach(() => browser.reset());
    body();
  });
}

suite("the pause", {}, () => {
  test("a draft that became riskier under the dialog is asked about anew, and posted once", async () => {
    const { editor } = boxOf("facebook-post");
    const frame = await write("facebook-post", RISKY);
    await post(page, "facebook-post", "click");
    await asked(frame);
    await editBehind(editor, " stopword");
    await draftSeen(page, (d) => d.text === `${RISKY} stopword`);
    await frame.click("#post");
    await asked(frame, 2);
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0, "the decision was about another text");
    await frame.click("#post");
    const [sent] = await postedExactly(browser, 1);
    assert.deepEqual(sent.texts, [`${RISKY} stopword`]);
  });

  test("the page hears no key while the dialog is open; Escape leads back, caret unmoved", async () => {
    const frame = await write("x-home", RISKY);
    await press(page, "ArrowLeft");
    await page.evaluate(() => {
      globalThis.keysHeard = [];
      for (const type of ["keydown", "keyup", "keypress"]) addEventListener(type, (e) => globalThis.keysHeard.push(e.key), true);
    });
    await post(page, "x-home", "click");
    await asked(frame);
    await press(page, "a");
    await press(page, "Tab");
    await page.evaluate(() => document.activeElement.blur());
    await press(page, "b");
    await press(page, "Escape");
    await pause(200);
    assert.deepEqual(await page.evaluate(() => globalThis.keysHeard), []);
    await page.keyboard.type("s");
    await until(() => modelText(page, "x-home"), (t) => t === "a cautious worsd", { what: "typing at the old caret" });
    assert.equal(browser.posted().length, 0);
  });

  test("a host taken out by the page comes back, and the press stays held", async () => {
    const frame = await write("x-home", RISKY);
    await post(page, "x-home", "click");
    await asked(frame);
    await page.evaluate(() => [...document.documentElement.children].find((e) => e.localName.includes("-")).remove());
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    const again = await until(() => page.frames().find((f) => f !== frame && f.url().includes("frame.html")), (f) => f !== undefined, { what: "a new frame" });
    await asked(again);
    await again.click("#post");
    await postedExactly(browser, 1);
  });

  test("two composers: each press is about its own draft", async () => {
    await openBox(page, "x-home");
    await typeInto(page, "x-home", "home cautious");
    await clickFirst(page, '[data-testid="SideNav_NewTweet_Button"]');
    const { editor, button } = boxOf("x-modal");
    await clickFirst(page, editor);
    await page.keyboard.type("plain modal");
    const frame = await frameOf(page);
    await until(last, (d) => d?.text === "plain modal", { what: "the modal's draft" });
    assert.equal(new Set((await heardBy(frame, "draft")).map((d) => d.box)).size, 2);
    await clickFirst(page, button);
    const [sent] = await postedExactly(browser, 1);
    assert.deepEqual([sent.texts, sent.trusted], [["plain modal"], true]);
    await until(() => page.url(), (url) => url.endsWith("/home"), { what: "the modal to close" });
    await clickFirst(page, boxOf("x-home").editor);
    await clickFirst(page, boxOf("x-home").button);
    const [press] = await asked(frame);
    assert.equal(press.box, (await heardBy(frame, "draft")).find((d) => d.text === "home cautious").box);
    await frame.click("#post");
    assert.deepEqual((await postedExactly(browser, 2))[1].texts, ["home cautious"]);
  });

  test("a thread is one draft; the mark stands in the second box", async () => {
    const frame = await write("x-modal-by-navigation", "first box");
    await clickFirst(page, '#layers [data-testid="addButton"]');
    await clickFirst(page, '#layers [data-testid="tweetTextarea_1"]');
    await page.keyboard.type("second cautious");
    await until(last, (d) => d?.text === "first box\n\nsecond cautious", { what: "one draft of two boxes" });
    assert.equal(new Set((await heardBy(frame, "draft")).map((d) => d.box)).size, 1);
    await marksAre(page, '#layers [data-testid="tweetTextarea_1"]', [["cautious", "caution"]]);
    await clickFirst(page, '#layers [data-testid="tweetButton"]');
    await asked(frame);
    await frame.click("#post");
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, ["first box", "second cautious"]);
  });

  test("Facebook's later dialog is held by the text of the box before it", async () => {
    const frame = await write("facebook-page", RISKY);
    await post(page, "facebook-page", "click");
    await asked(frame);
    assert.equal(await page.$$eval("[data-lexical-editor][aria-label*='mind']", (e) => e.length), 0, "the editor is gone");
    await frame.click("#edit");
    await page.click('[aria-label="Back"]');
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("back and forward: the modal's box goes, the home box stays watched", async () => {
    await openBox(page, "x-modal-by-navigation");
    await typeInto(page, "x-modal-by-navigation", "gone");
    await page.goBack();
    const frame = await frameOf(page);
    await until(() => heardBy(frame, "box"), (all) => all.some((b) => b.state === "gone"), { what: "the box to be gone" });
    await clickFirst(page, boxOf("x-home").editor);
    await page.keyboard.type(RISKY);
    await draftSeen(page, (d) => d.text === RISKY);
    await post(page, "x-home", "ctrl-enter");
    await asked(frame);
    await frame.click("#edit");
  });
});

suite("fixes", {}, () => {
  for (const id of ["x-home", "x-message", "facebook-post", "messenger", "x-mobile", "x-chat"]) {
    test(`${id}: a fix changes only its words, and the editor's undo brings them back`, async () => {
      const text = "😀 a cautious day, a stopword.\nnoteworthy end";
      const frame = await write(id, text);
      await pause(400); // Editors join keys typed shortly after one another into one undo step.
      await frame.evaluate(() => document.getElementById("fix").click());
      const [fixed] = await until(() => heardBy(frame, "fixed"), (f) => f.length > 0, { what: "the result of the fix" });
      assert.deepEqual([fixed.ok, fixed.reason], [true, undefined]);
      assert.equal(await modelText(page, id), "😀 a [out] day, a [out].\n[out] end");
      await page.keyboard.type("!");
      await until(() => modelText(page, id), (t) => t === "😀 a [out]! day, a [out].\n[out] end", { what: "typing to go on where the words changed" });
      for (let i = 0; i < 8 && (await modelText(page, id)) !== text; i += 1) {
        await press(page, "Control+z");
        await pause(60);
      }
      assert.equal(await modelText(page, id), text, "undo");
    });
  }

  test("a fix for an old revision is refused", async () => {
    const frame = await write("x-home", RISKY);
    await frame.evaluate(() => globalThis.sayAs({ t: "fix", box: 1, revision: 1, edits: [{ utf16_start: 0, utf16_end: 1, replacement: "x" }] }));
    const [fixed] = await until(() => heardBy(frame, "fixed"), (f) => f.length > 0, { what: "the refusal" });
    assert.deepEqual([fixed.ok, fixed.reason], [false, "stale_revision"]);
    assert.equal(await modelText(page, "x-home"), RISKY);
  });

  test("the frame can give the focus back and insert a template", async () => {
    const frame = await write("facebook-post", "hello");
    await frame.evaluate(() => document.getElementById("insert").click());
    await until(() => modelText(page, "facebook-post"), (t) => t === "hello template", { what: "the template" });
  });
});

suite("removals", { replacement: "" }, () => {
  for (const id of ["x-home", "facebook-post", "x-chat"]) {
    test(`${id}: removing words, at the end of the draft as well`, async () => {
      const frame = await write(id, "a cautious day 🙂stopword");
      await frame.evaluate(() => document.getElementById("fix").click());
      const [fixed] = await until(() => heardBy(frame, "fixed"), (f) => f.length > 0, { what: "the result of the fix" });
      assert.deepEqual([fixed.ok, fixed.reason], [true, undefined]);
      assert.equal(await modelText(page, id), "a  day 🙂");
    });
  }
});

suite("who, where, to whom", {}, () => {
  test("a switched account on X is noticed without a reload, before the next key", async () => {
    await write("x-home", "hi");
    const first = (await last()).context.account.handle;
    await clickFirst(page, '[data-testid="SideNav_AccountSwitcher_Button"]');
    await clickFirst(page, '[data-testid="UserCell"]');
    const { account } = await context((c) => c.account && c.account.handle !== first, "the other account");
    assert.equal(account.site, "x");
  });

  test("acting as a Page on Facebook is a page account with a public audience", async () => {
    await write("facebook-page", "hi");
    const { account, audience } = (await last()).context;
    assert.deepEqual([account.kind, account.id, account.name, audience], ["page", "61550000000002", "Hillside Family Practice", "public"]);
  });

  test("Facebook's audience follows the chosen one", async () => {
    await write("facebook-post", "hi");
    assert.equal((await last()).context.audience, "friends");
    await clickFirst(page, '[role="button"][aria-label^="Edit privacy"]');
    await clickFirst(page, 'input[name="audience"][value="public"]');
    await clickFirst(page, '[aria-label^="Done with privacy"]');
    await context((c) => c.audience === "public", "the new audience");
  });

  const cases = {
    "x-home": { surface: "post", audience: "public" },
    "x-quote": { surface: "post", audience: "public" },
    "x-reply": { surface: "reply", parent: true },
    "x-reply-modal": { surface: "reply", parent: true },
    "x-message": { surface: "message", parent: true },
    "x-chat": { surface: "message", parent: true },
    "x-bio": { surface: "bio" },
    "facebook-group": { surface: "post", audience: "group" },
    "facebook-comment": { surface: "reply", parent: true },
    "facebook-reply": { surface: "reply", parent: true },
    "facebook-review": { surface: "review_response", parent: true },
    "facebook-chat-tab": { surface: "message", parent: true },
    "messenger": { surface: "message", parent: true },
  };
  for (const [id, wanted] of Object.entries(cases)) {
    for (const lang of ["en", "es"]) {
      test(`${id} in ${lang}: surface and what is replied to`, async () => {
        await write(id, "hi", { lang });
        const { context: seen } = await last();
        assert.equal(seen.surface, wanted.surface);
        if (wanted.audience) assert.equal(seen.audience, wanted.audience);
        assert.equal(seen.parent !== undefined, wanted.parent === true, `parent: ${seen.parent}`);
        assert.notEqual(seen.account, null);
        assert.deepEqual((await heardBy(await frameOf(page), "box")).map((b) => [b.state, b.missing]), [["watching", undefined]]);
      });
    }
  }

  for (const [id, input] of [["x-home", '[data-testid="fileInput"]'], ["facebook-post", '[role="dialog"] input[type="file"]']]) {
    test(`${id}: a photo and a video are noticed`, async () => {
      await write(id, "hi");
      const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
      await page.setInputFiles(input, { name: "a.png", mimeType: "image/png", buffer: PIXEL });
      await context((c) => c.media === "photo", "the photo");
      await page.setInputFiles(input, { name: "a.mp4", mimeType: "video/mp4", buffer: Buffer.from("x") });
      await context((c) => c.media === "video", "the video");
    });
  }

  test("poll choices are sent as fields of the draft", async () => {
    await write("x-home", "hi");
    await clickFirst(page, '[data-testid="createPollButton"]');
    await clickFirst(page, 'input[name="Choice1"]');
    await page.keyboard.type("a cautious choice");
    await draftSeen(page, (d) => d.text === "hi" && JSON.stringify(d.context.fields) === '[{"kind":"poll_option","text":"a cautious choice"}]');
  });
});

suite("a layout nobody knows", {}, () => {
  test("a box in an open shadow root is read, marked, named unknown, and its shortcut held", async () => {
    await page.goto("https://x.com/home");
    await page.evaluate(() => {
      const host = document.createElement("div");
      host.id = "elsewhere";
      host.style.cssText = "position:fixed;top:300px;left:100px;width:300px;background:#fff";
      const root = host.attachShadow({ mode: "open" });
      const editor = document.createElement("div");
      editor.contentEditable = "true";
      root.append(editor);
      document.body.append(host);
      globalThis.shortcuts = 0;
      editor.addEventListener("keydown", (e) => { if (e.key === "Enter" && e.ctrlKey) globalThis.shortcuts += 1; });
      editor.focus();
    });
    await page.keyboard.type(RISKY);
    await draftSeen(page, (d) => d.text === RISKY && d.context.audience === "unknown");
    const frame = await frameOf(page);
    const [box] = await heardBy(frame, "box");
    assert.deepEqual([box.state, box.missing], ["unknown_layout", "generic.layout"]);
    const lines = await until(() => linesOn(page), (l) => l.length === 1, { what: "one line" });
    assert.ok(lines[0].bottom > 300 && lines[0].left > 100);
    await press(page, "Control+Enter");
    await asked(frame);
    assert.equal(await page.evaluate(() => globalThis.shortcuts), 0);
    await frame.click("#post");
    await until(() => page.evaluate(() => globalThis.shortcuts), (n) => n === 1, { what: "the key to be pressed again" });
    await pause(200);
    assert.equal(await page.evaluate(() => globalThis.shortcuts), 1);
  });

  test("searching is not writing", async () => {
    await page.goto("https://x.com/home");
    await clickFirst(page, '[data-testid="SearchBox_Search_Input"]');
    await page.keyboard.type(RISKY);
    await pause(300);
    assert.equal(page.frames().length, 1, "no frame for a search box");
  });
});

suite("connection requests", { action_pause: true, config: { actions: true } }, () => {
  test("confirming a friend request waits for the decision and happens once", async () => {
    await page.goto("https://www.facebook.com/friends/requests?as=person");
    await clickFirst(page, '[aria-label="Confirm"]');
    const frame = await frameOf(page);
    const [action] = await until(() => heardBy(frame, "action"), (a) => a.length > 0, { what: "the action" });
    assert.equal(action.action, "friend_accept");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await frame.click("#post");
    await postedExactly(browser, 1);
  });
});
