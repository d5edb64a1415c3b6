// The popup over a real tab: whether it is watched, what the open draft shows, who speaks, and an hour's rest.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBox, typeInto, until } from "./harness/index.mjs";
import { launchPages, stored, violations } from "./pages-harness.mjs";

describe("the popup", () => {
  /** @type {Awaited<ReturnType<typeof launchPages>>} */
  let browser;
  before(async () => (browser = await launchPages()));
  after(() => browser?.close());

  /** The popup of the page that is in front: opened as a page of its own, it is told which tab to look at. */
  async function popupOver(page) {
    const popup = await browser.newPage();
    const id = await browser.extensionId();
    // A popup is no tab; here it is one, and its question for "the active tab" is answered with the page under test.
    const tabs = await (await browser.open("options.html#look")).evaluate(() => /** @type {any} */ (globalThis).chrome.tabs.query({}));
    const under = tabs.find((tab) => tab.url === page.url());
    await popup.addInitScript((tab) => {
      const { chrome } = /** @type {any} */ (globalThis);
      if (chrome?.tabs) chrome.tabs.query = () => Promise.resolve([tab]);
    }, under);
    await popup.goto(`chrome-extension://${id}/popup.html`);
    await until(() => popup.evaluate(() => document.querySelector("#main")?.childElementCount ?? 0), (count) => count > 0, { what: "the popup" });
    return popup;
  }

  test("shows the draft's verdict and the speaker, switches the profile, and rests for an hour", async () => {
    const page = await browser.newPage();
    await openBox(page, "x-home");
    await typeInto(page, "x-home", "Mrs. Lindqvist in bed 12 finally slept");
    await until(() => page.frames().some((one) => one.url().includes("/frame.html")), (found) => found, { what: "the frame" });
    const popup = await popupOver(page);
    const text = async () => (await popup.textContent("#main")) ?? "";
    assert.match(await text(), /Watching this page/);
    assert.match(await text(), /A person in care is named/);
    assert.doesNotMatch(await text(), /Lindqvist/);
    assert.deepEqual(await violations(popup), []);

    await popup.click("[data-act^='mark professional']");
    await until(() => stored(popup), (all) => Object.values(all.kept?.profiles ?? {}).includes("professional"), { what: "the mark" });
    assert.equal(await popup.getAttribute("[data-act^='mark professional']", "aria-pressed"), "true");

    await popup.click("[data-act=rest]");
    await popup.waitForSelector("[data-act=wake]");
    assert.match(await text(), /Resting on this site/);
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    const shown = () => frame?.evaluate(() => document.querySelector("#view")?.childElementCount ?? 0).catch(() => 0) ?? 0;
    await until(shown, (count) => count === 0, { what: "the chip to go" });
    await popup.click("[data-act=wake]");
    await popup.waitForSelector("[data-act=rest]");
    assert.deepEqual((await stored(popup)).resting, {});
    await popup.close();
    await page.close();
  });
});
