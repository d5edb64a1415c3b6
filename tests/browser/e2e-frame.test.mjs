// The shipping frame beside the draft: who speaks, what is kept, which page policies it lives under, and what happens
// when the core traps.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clickFirst, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { launchPrimum, primumFrame, shown, write } from "./e2e-harness.mjs";
import { fallbackText } from "./page-harness.mjs";

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
      await page.keyboard.type("!");
      await shown(page, "chip");
      await until(() => page.evaluate(() => globalThis.__practice.texts().tweetTextarea_0), (text) => text === `${RISKY}!`, { what: "the draft with what was typed" });
      await page.close();
    });
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
    const frame = await primumFrame(page);
    await frame.click(".chip");
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
    await write(facebook, "facebook-page", RISKY);
    await shown(facebook, "chip", (words) => words.includes("Professional"));
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

  test("a core that traps is said to have checked nothing, and the post goes through", async () => {
    const page = await browser.newPage();
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    // The stack is moved out of the module's memory in every document the frame gets: its next draft traps.
    const spoil = () => page.frames().find((one) => one.url().includes("/frame.html"))?.evaluate(async () => {
      const core = await import(new URL("primum.js", globalThis.location.href).href);
      const exported = await core.default();
      const moved = exported.__wbindgen_add_to_stack_pointer;
      if (!moved) throw new Error("the module does not export its stack pointer");
      moved(-100_000_000);
    });
    browser.reset();
    for (let round = 0; round < 4 && (await fallbackText(page)) === ""; round += 1) {
      await spoil().catch(() => undefined);
      await page.keyboard.type("!");
      await pause(500);
    }
    await until(() => fallbackText(page), (text) => text.includes("not checked"), { what: "the page script's own chip", timeoutMs: 15_000 });
    await post(page, "x-home", "click");
    await postedExactly(browser, 1);
    await page.close();
  });
});
