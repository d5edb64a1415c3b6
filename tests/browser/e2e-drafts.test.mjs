// The shipping extension on the practice pages, end to end: a risky draft is marked at the right words, the chip says
// so, Post is held by mouse and keyboard, Edit returns, Post anyway posts once, a fix is applied and undone.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { boxOf, modelText, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { HELD_MS, caretBack, freshPages, openPanel, pauseFocused, postAnyway, primumFrame, shown, write } from "./e2e-harness.mjs";
import { marksAre } from "./page-harness.mjs";

const RISKY = "👩🏽‍⚕️ my patient Mrs. Lindqvist finally slept.";
// Every way from every box is for e2e-hold.
const BOXES = { "x-home": "click", "facebook-post": "button-enter", "facebook-comment": "enter" };

describe("a draft, end to end", () => {
  let browser;
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  for (const [box, way] of Object.entries(BOXES)) {
    test(`${box}: the chip speaks of a risky draft and the words are marked`, async () => {
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      // What else is noted of these words is the rules' matter.
      await marksAre(page, boxOf(box).editor, [["Mrs. Lindqvist", "stop"]], ["stop"]);
    });

    test(`${box} by ${way}: held, and posted once after a reason`, async () => {
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      await post(page, box, way);
      const words = await shown(page, "pause");
      assert.match(words, /Mrs\. Lindqvist/);
      assert.match(words, /Guidance, not legal advice/);
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0, "nothing is posted while the dialog is open");
      const frame = await primumFrame(page);
      assert.equal(await frame.isDisabled("[data-act=post]"), true, "a stop asks for a reason");
      await postAnyway(page);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual(sent.texts, [RISKY]);
    });

    test(`${box}: Edit has the focus, returns to the draft, and Escape does the same`, async () => {
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      for (const key of ["Enter", "Escape"]) {
        await post(page, box, way);
        await pauseFocused(page);
        await press(page, key);
        await shown(page, "chip");
        await caretBack(page, box);
      }
      await page.keyboard.type("!");
      await until(() => modelText(page, box), (text) => text === `${RISKY}!`, { what: "typing to go on where the caret was" });
      assert.equal(browser.posted().length, 0);
    });

    test(`${box}: a fix is applied, seen as such, and undone by the editor`, async () => {
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      const frame = await openPanel(page);
      await frame.getByText("Remove the marked words").click();
      await until(() => modelText(page, box), (text) => !text.includes("Lindqvist"), { what: "the words to go" });
      await frame.waitForFunction(() => !globalThis.document.body.innerText.includes("Lindqvist"));
      await page.click(boxOf(box).editor);
      await press(page, "Control+z");
      await until(() => modelText(page, box), (text) => text === RISKY, { what: "the words to come back" });
    });
  }
});
