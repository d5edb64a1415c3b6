// Every way of posting from every box of X, on the shipping build.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boxOf, clickFirst, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { HELD_MS, nothingFound, postAnyway, shown, write } from "./e2e-harness.mjs";
import { HARMLESS, RISKY, everyWay, heldThenPosted, isOfX, onePage, tap, writeRisky } from "./e2e-hold.mjs";
import { marksAre } from "./page-harness.mjs";

/** Each harmless by itself or nearly so; together they point to one person. */
const THREAD = [
  "I treated a kindergarten teacher from Dunmore last Tuesday.",
  "She is 34 and had a ruptured ectopic.",
  "Proud of our whole night team.",
];
const POINTING = ["kindergarten teacher", "Dunmore", "last Tuesday", "34"];
const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

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
    await nothingFound(page);
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

  test("x-home: a draft edited under the dialog is asked about anew, and posted once as it is then", async () => {
    const { browser, page } = current();
    await writeRisky(page, "x-home");
    await post(page, "x-home", "click");
    await shown(page, "pause");
    // As a site's own script could: the page is inert for people now.
    await page.evaluate((css) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", " Her MRN is 4471902.");
      document.querySelector(css).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, boxOf("x-home").editor);
    await shown(page, "pause", (words) => words.includes("4471902"));
    await postAnyway(page);
    // That decision was about another text.
    await heldThenPosted({ browser, page }, [`${RISKY} Her MRN is 4471902.`]);
  });

  for (const way of ["click", "ctrl-enter"]) {
    test(`a thread of three boxes by ${way}: one draft, found out together, marked in its boxes, held and posted once`, async () => {
      const { browser, page } = current();
      await write(page, "x-modal-by-navigation", THREAD[0]);
      await shown(page, "chip", (words) => words.includes("Caution"));
      for (const [at, text] of THREAD.entries()) {
        if (at === 0) continue;
        await clickFirst(page, '#layers [data-testid="addButton"]');
        await clickFirst(page, boxAt(at));
        await page.keyboard.type(text);
      }
      await shown(page, "chip", (words) => words.includes("Stop"));
      // Across the boxes: "34" stands in the second.
      await marksAre(page, "#layers [role=dialog]", POINTING.map((words) => [words, "stop"]), ["stop"]);
      await post(page, "x-modal-by-navigation", way);
      await heldThenPosted({ browser, page }, THREAD);
    });
  }

  for (const id of ["x-home", "x-modal"]) {
    test(`${id} by Cmd+Enter on a Mac: held, posted once`, async () => {
      const { browser, page } = current();
      const client = await page.context().newCDPSession(page);
      await client.send("Emulation.setUserAgentOverride", { userAgent: MAC, platform: "MacIntel" });
      try {
        await writeRisky(page, id);
        await press(page, "Meta+Enter");
        await heldThenPosted({ browser, page }, [RISKY]);
      } finally {
        await client.detach();
      }
    });
  }

  for (const id of ["x-home", "x-message"]) {
    test(`${id} by touch: a risky draft is held, posted once; a harmless one goes by the browser's own event`, async () => {
      const { browser, page } = current();
      await writeRisky(page, id);
      await tap(page, boxOf(id).button);
      await heldThenPosted({ browser, page }, [RISKY]);
      browser.reset();
      await write(page, id, HARMLESS);
      await nothingFound(page);
      await tap(page, boxOf(id).button);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[HARMLESS], true]);
    });
  }
});

const boxAt = (at) => `#layers [data-testid="tweetTextarea_${at}"]`;
