// The shipping frame beside the draft: who speaks, what is kept, and which page policies it lives under.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { boxOf, clickFirst, post, press, until } from "./harness/index.mjs";
import { caretBack, clickUntil, launchPrimum, openPanel, pauseFocused, primumFrame, shown, wordsOf, write } from "./e2e-harness.mjs";
import { heldThenPosted } from "./e2e-hold.mjs";
import { marksAre } from "./page-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";

for (const wasm of [true, false]) {
  describe(`the frame on pages ${wasm ? "with" : "without"} 'wasm-unsafe-eval'`, () => {
    let browser;
    before(async () => { browser = await launchPrimum({ wasm }); });
    after(() => browser?.close());

    test("the panel opens and closes by keyboard, and the caret is where it was", async () => {
      const page = await browser.newPage();
      await write(page, "x-home", RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      const frame = await primumFrame(page);
      await frame.focus(".chip");
      await press(page, "Enter");
      assert.match(await shown(page, "panel"), /AMA Opinion 2\.3\.2/);
      await press(page, "Escape");
      await shown(page, "chip");
      await caretBack(page, "x-home");
      await page.keyboard.type("!");
      await shown(page, "chip");
      await until(() => page.evaluate(() => globalThis.__practice.texts().tweetTextarea_0), (text) => text === `${RISKY}!`, { what: "the draft with what was typed" });
      await page.close();
    });

    for (const [box, way] of [["x-home", "ctrl-enter"], ["facebook-post", "click"]]) {
      test(`${box}: a whole hold: marked, asked about, kept by Edit, posted once after it`, async () => {
        browser.reset();
        const page = await browser.newPage();
        await write(page, box, RISKY);
        await shown(page, "chip", (words) => words.includes("Stop"));
        await marksAre(page, boxOf(box).editor, [["Mrs. Lindqvist", "stop"]], ["stop"]);
        await post(page, box, way);
        await pauseFocused(page);
        await press(page, "Enter");
        await caretBack(page, box);
        await clickUntil(() => post(page, box, way), async () => (await wordsOf(page, "pause")) !== "", "the pause");
        await heldThenPosted({ browser, page }, [RISKY]);
        await page.close();
      });
    }
  });
}

describe("the frame", () => {
  let browser;
  before(async () => { browser = await launchPrimum(); });
  after(() => browser?.close());

  test("asks once what the account is for, keeps it, and another account has its own profile", async () => {
    const page = await browser.newPage();
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Not sure: set it"));
    const frame = await openPanel(page);
    await frame.click("[data-act=personal]");
    await shown(page, "panel", (words) => words.includes("Personal") && !words.includes("What do you use"));
    await press(page, "Escape");
    await shown(page, "chip", (words) => words.includes("Personal · Public"));
    // The other account has not been asked about: noticed without a reload.
    await clickFirst(page, '[data-testid="SideNav_AccountSwitcher_Button"]');
    await clickFirst(page, '[data-testid="UserCell"]');
    await shown(page, "chip", (words) => words.includes("Not sure: set it"));
    await page.close();

    const again = await browser.newPage();
    await write(again, "x-home", RISKY);
    await shown(again, "chip", (words) => words.includes("Personal · Public"));
    await again.close();

    const facebook = await browser.newPage();
    // A Page nobody has marked counts as personal, like any account.
    await write(facebook, "facebook-page", RISKY);
    await shown(facebook, "chip", (words) => words.includes("Not sure: set it"));
    await facebook.close();
  });

  test("keeps nothing of a draft", async () => {
    const page = await browser.newPage();
    await write(page, "facebook-post", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    const frame = await primumFrame(page);
    const kept = await frame.evaluate(async () => JSON.stringify(await globalThis.chrome.storage.local.get(null)));
    assert.doesNotMatch(kept, /Lindqvist|bed 12|slept/);
    await page.close();
  });
});
