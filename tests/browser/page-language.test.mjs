// Facebook in a language of which the extension knows no word: every way of posting is held by what stands where.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { boxOf, clickFirst, openBox, pause, post, postedExactly, typeInto, until } from "./harness/index.mjs";
import { draftSeen, frameOf, heardBy, launchWithPageScript } from "./page-harness.mjs";

const RISKY = "a cautious word";
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;
const WAYS = {
  "facebook-post": ["click", "button-enter", "button-space"],
  "facebook-group": ["click"],
  "facebook-comment": ["click", "enter"],
  "facebook-reply": ["enter"],
  "facebook-chat-tab": ["click", "enter"],
  "messenger": ["click", "enter"],
};

let browser;
let page;

async function write(id, query) {
  await openBox(page, id, query);
  await typeInto(page, id, RISKY);
  await draftSeen(page, (d) => d.text === RISKY);
  return frameOf(page);
}

/** The press is asked about, and nothing has reached the server. */
async function held(frame) {
  const presses = await until(() => heardBy(frame, "press"), (p) => p.length > 0, { what: "the press in the frame" });
  await pause(HELD_MS);
  assert.equal(presses.length, 1);
  assert.equal(browser.posted().length, 0);
}

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

suite("a language without words", {}, () => {
  for (const [id, ways] of Object.entries(WAYS)) {
    for (const way of ways) {
      test(`${id} by ${way}: held, and posted once`, async () => {
        const frame = await write(id, { lang: "fi" });
        await post(page, id, way);
        await held(frame);
        await frame.click("#post");
        assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
      });
    }
  }

  test("facebook-page: asked about at \"Next\", posted once from the later dialog", async () => {
    const frame = await write("facebook-page", { lang: "fi" });
    await clickFirst(page, boxOf("facebook-page").button);
    await held(frame);
    await frame.click("#post");
    await until(() => page.$$eval("[role=dialog] .preview", (all) => all.length), (n) => n === 1, { what: "the later dialog" });
    await clickFirst(page, boxOf("facebook-page").button);
    await postedExactly(browser, 1);
  });
});

suite("a known \"Next\", an unknown \"Post\"", { config: { anchors: { labels: { post: ["no such word"] } } } }, () => {
  for (const way of ["click", "button-enter"]) {
    test(`the later dialog's last button is held, by ${way}`, async () => {
      const frame = await write("facebook-page");
      await post(page, "facebook-page", way);
      assert.equal(await page.$$eval(".preview", (all) => all.length), 1, "the later dialog is open");
      await held(frame);
      await frame.click("#post");
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
    });
  }
});
