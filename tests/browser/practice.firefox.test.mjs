// A smaller set of the practice pages' tests in Firefox, without the extension: one box of each kind, by each of its ways.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BOXES, launchFirefox, modelText, openBox, post, postedExactly, typeInto, until } from "./harness/index.mjs";

const IDS = ["x-home", "x-modal-by-navigation", "x-mobile", "x-message", "x-chat", "facebook-post", "facebook-page", "facebook-comment", "messenger"];
const DRAFT = "Rounds are done 👩🏽‍⚕️ early,\nsee you @jordan_ellis soon";

describe("practice pages in Firefox", () => {
  /** @type {Awaited<ReturnType<typeof launchFirefox>>} */
  let browser;
  let page;
  before(async () => {
    browser = await launchFirefox();
    page = await browser.newPage();
  });
  after(() => browser?.close());
  beforeEach(() => browser.reset());

  for (const id of IDS) {
    for (const way of BOXES[id].ways) {
      test(`${id} posts once by ${way}`, async () => {
        await openBox(page, id);
        await typeInto(page, id, DRAFT);
        await until(() => modelText(page, id), (text) => text === DRAFT, { what: "the draft in the editor's model" });
        await post(page, id, way);
        const [sent] = await postedExactly(browser, 1);
        assert.deepEqual(sent.texts, [DRAFT]);
        assert.equal(sent.surface, BOXES[id].surface);
        assert.equal(sent.trusted, true);
      });
    }
  }
});
