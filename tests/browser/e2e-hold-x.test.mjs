// Every way of posting from every box of X, on the shipping build.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boxOf, post, postedExactly } from "./harness/index.mjs";
import { postAnyway, shown, write } from "./e2e-harness.mjs";
import { RISKY, everyWay, isOfX, onePage } from "./e2e-hold.mjs";

describe("posting on X, held by the shipping build", () => {
  const current = onePage();
  everyWay(isOfX, current);

  test("two composers: each press is about its own draft", async () => {
    const { browser, page } = current();
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    const modal = boxOf("x-modal");
    await page.click(modal.editor);
    await page.keyboard.type("proud of our whole night team");
    await shown(page, "chip", (words) => words.includes("Nothing found"));
    await page.click(modal.button);
    const [first] = await postedExactly(browser, 1);
    assert.deepEqual([first.texts, first.trusted], [["proud of our whole night team"], true]);
    await page.click(boxOf("x-home").editor);
    await shown(page, "chip", (words) => words.includes("Stop"));
    await post(page, "x-home", "click");
    await shown(page, "pause", (words) => words.includes("Lindqvist"));
    await postAnyway(page);
    assert.deepEqual((await postedExactly(browser, 2))[1].texts, [RISKY]);
  });
});
