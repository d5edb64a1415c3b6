// The practice pages themselves, without the extension: every box takes typing and posts exactly once by each of its ways.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { BOXES, launchChromium, modelText, openBox, post, postedExactly, typeInto, until } from "./harness/index.mjs";

const DRAFT = "Rounds are done 👩🏽‍⚕️ early,\nsee you @jordan_ellis soon";

describe("practice pages in Chromium", () => {
  /** @type {Awaited<ReturnType<typeof launchChromium>>} */
  let browser;
  let page;
  const complaints = [];
  before(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  });
  after(() => browser?.close());
  beforeEach(() => { browser.reset(); complaints.length = 0; });

  for (const [id, box] of Object.entries(BOXES)) {
    for (const way of box.ways) {
      test(`${id} posts once by ${way}`, async () => {
        await openBox(page, id);
        await typeInto(page, id, DRAFT);
        await until(() => modelText(page, id), (text) => text === DRAFT, { what: "the draft in the editor's model" });
        await post(page, id, way);
        const [sent] = await postedExactly(browser, 1);
        assert.deepEqual(sent.texts, [DRAFT]);
        assert.equal(sent.surface, box.surface);
        assert.equal(sent.trusted, true);
        assert.deepEqual(complaints, []);
      });
    }
  }
});
