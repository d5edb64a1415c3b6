// The shipping build on what is posted beside a draft: poll options and picture descriptions are checked with it, and
// the panel says in which field its words stand.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { clickFirst, pause, post, until } from "./harness/index.mjs";
import { PHOTO } from "./harness/suite.mjs";
import { HELD_MS, freshPages, nothingFound, openPanel, postAnyway, shown, write } from "./e2e-harness.mjs";
import { linesOn } from "./page-harness.mjs";

const OWN = "Proud of our whole night team.";
const RISKY = "Mrs. Lindqvist in bed 12 finally slept";

describe("fields beside the draft", () => {
  let browser;
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
    await write(page, "x-home", OWN);
    await nothingFound(page);
  });

  async function foundIn(place) {
    await shown(page, "chip", (words) => words.includes("Stop"));
    await openPanel(page);
    assert.match(await shown(page, "panel", (words) => words.includes("Lindqvist")), new RegExp(`Mrs\\. Lindqvist[^(]*\\(${place}\\)`));
  }

  test("a poll option is checked, marked, named in the panel, and holds the post", async () => {
    await clickFirst(page, '[data-testid="createPollButton"]');
    await clickFirst(page, 'input[name="Choice1"]');
    await page.keyboard.type(RISKY);
    await foundIn("in a poll option");
    const option = await (await page.$('input[name="Choice1"]')).boundingBox();
    const isUnder = (line) => line.top > option.y && line.top < option.y + option.height + 4 && line.left >= option.x;
    await until(() => linesOn(page), (lines) => lines.length > 0 && lines.every(isUnder), { what: "marks in the option alone" });
    await page.keyboard.press("Escape");
    await post(page, "x-home", "click");
    assert.match(await shown(page, "pause"), /in a poll option/);
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await postAnyway(page);
    await until(() => browser.posted(), (all) => all.length === 1, { what: "the post" });
  });

  test("a picture's description is checked and named in the panel", async () => {
    await page.setInputFiles('[data-testid="fileInput"]', PHOTO);
    const picture = await page.waitForSelector('[data-testid="attachments"] img');
    // As the site does when the writer has described it.
    await picture.evaluate((image, text) => image.setAttribute("alt", text), RISKY);
    await foundIn("in the picture description");
    assert.match(await shown(page, "panel"), /Primum does not look at it/);
  });
});
