// Popup, options, first run and practice page: accessible in both looks, usable by keyboard, true to the core.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { until } from "./harness/index.mjs";
import { FILES, launchPages, stored, tabTo, violations } from "./pages-harness.mjs";

const COUNTS = { "2026-09": { "patient-named": { paused: 3, edited: 2, posted: 1 } }, "2026-10": { incivility: { paused: 1, hidden: 1 } } };

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  describe(`axe-core, ${colorScheme}`, () => {
    /** @type {Awaited<ReturnType<typeof launchPages>>} */
    let browser;
    before(async () => (browser = await launchPages({ colorScheme })));
    after(() => browser?.close());
    for (const file of FILES) {
      test(`${file} has no violation`, async () => {
        const page = await browser.open(file);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.getAttribute("html", "data-scheme"), colorScheme);
        await page.close();
      });
    }
    test("each step of the first run has no violation", async () => {
      const page = await browser.open("options.html#welcome");
      for (const step of [1, 2, 3]) {
        await page.click(`[data-act='step ${step}']`);
        assert.deepEqual(await violations(page), [], `step ${step}`);
      }
      await page.close();
    });
    test("practice with a marked draft and an answered exercise has no violation", async () => {
      const page = await browser.open("practice.html");
      await page.click("[data-act='exercise 13']");
      await page.click("[data-act='choose 1']");
      await page.fill("[data-field=text]", "Mrs. Lindqvist in bed 12 finally slept");
      await page.waitForSelector("#result mark");
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
    test("counts with a chart and a table have no violation", async () => {
      const first = await browser.open("options.html#data");
      await first.evaluate((statistics) => /** @type {any} */ (globalThis).chrome.storage.local.set({ statistics }), COUNTS);
      const page = await browser.open("options.html#statistics");
      await page.waitForSelector("meter");
      assert.deepEqual(await violations(page), []);
      await page.close();
      await first.close();
    });
  });
}

describe("the pages", () => {
  /** @type {Awaited<ReturnType<typeof launchPages>>} */
  let browser;
  before(async () => (browser = await launchPages()));
  after(() => browser?.close());

  test("first run: an account that was not met yet is added; what names none stays, with the reason", async () => {
    const page = await browser.open("options.html#welcome");
    await page.click("[data-act='step 1']");
    await page.fill("#another-account", "dr.lee");
    await page.click("[data-act='add personal']");
    await until(() => page.textContent("[role=alert]"), (words) => words === '"dr.lee" names no account.', { what: "the refusal" });
    assert.equal(await page.inputValue("#another-account"), "dr.lee", "nothing is lost");
    assert.deepEqual(await violations(page), []);
    await page.fill("#another-account", "https://x.com/AmyLee");
    await tabTo(page, "[data-act='add professional']");
    await page.keyboard.press("Enter");
    await until(() => stored(page), (all) => all.kept?.profiles?.["x:@amylee"] === "professional", { what: "the mark" });
    assert.equal(await page.locator("[role=alert]").count(), 0);
    assert.equal(await page.inputValue("#another-account"), "");
    assert.match((await page.textContent(".accounts")) ?? "", /@amylee/);
    await page.click("[data-act='forget x:@amylee']");
    await until(() => stored(page), (all) => Object.keys(all.kept?.profiles ?? {}).length === 0, { what: "the mark to go" });
    await page.click("[data-act='step 0']");
    await page.close();
  });

  test("practice: text is judged while it is typed, the caret stays, a fix lowers the verdict", async () => {
    const page = await browser.open("practice.html");
    await page.click("[data-field=text]");
    await page.keyboard.type("Mrs. Lindqvist in bed 12 finally slept");
    await page.waitForSelector(".verdict.head-stop");
    assert.ok((await page.textContent("#result mark.mark-stop"))?.includes("Lindqvist"));
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-field")), "text");
    await page.click("[data-act='fix 0 0']");
    await until(() => page.inputValue("[data-field=text]"), (text) => !text.includes("Lindqvist"), { what: "the fixed draft" });
    assert.equal(await page.locator(".verdict.head-stop").count(), 0);
    await page.close();
  });

  test("practice: an exercise gives its feedback, takes its draft and counts as done", async () => {
    const page = await browser.open("practice.html");
    await page.click("[data-act='exercise 2']");
    await page.click("[data-act='choose 0']");
    assert.equal(await page.locator(".fits-not").count(), 1);
    await page.click("[data-act='choose 1']");
    assert.equal(await page.locator(".takeaway").count(), 1);
    await page.click("[data-act=try]");
    await page.waitForSelector("#result mark");
    await page.click("[data-act=better]");
    await page.waitForSelector(".verdict.head-clear, .verdict.head-note");
    assert.equal(await page.locator(".exercise .done").count(), 1);
    await page.close();
  });

  test("keyboard alone: an exercise from the list to its feedback", async () => {
    const page = await browser.open("practice.html");
    await tabTo(page, "[data-act='exercise 0']");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute("[data-act='exercise 0']", "aria-expanded"), "true");
    await tabTo(page, "[data-act='choose 1']");
    await page.keyboard.press("Space");
    assert.equal(await page.locator(".fits").count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-act")), "choose 1");
    await page.close();
  });

  test("keyboard alone: the first run in three steps, resumed where it stood", async () => {
    const page = await browser.open("options.html#welcome");
    await tabTo(page, "[data-act='step 1']");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".meanings");
    await until(() => stored(page), (all) => all.preferences?.welcome === 1, { what: "the step to be kept" });
    await page.close();
    const again = await browser.open("options.html#welcome");
    await tabTo(again, "[data-act='step 2']");
    await again.keyboard.press("Enter");
    await again.selectOption("[data-field=discipline]", "nursing");
    await tabTo(again, "[data-act='step 3']");
    await again.keyboard.press("Enter");
    await until(() => stored(again), (all) => all.preferences?.welcome === 3 && all.preferences.discipline === "nursing", { what: "the end of the first run" });
    await again.close();
  });

  test("a template is copied as it was changed, and nothing of it is kept", async () => {
    const page = await browser.open("options.html#templates");
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click("#template-decline-friend-request summary");
    await page.fill("#text-decline-friend-request", "A kind no to Ms. Zyx");
    await page.click("[data-act='copy decline-friend-request']");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "A kind no to Ms. Zyx");
    assert.equal(await page.textContent("#told"), "Copied.");
    assert.doesNotMatch(JSON.stringify(await stored(page)), /Zyx/);
    await page.close();
  });

  test("reminders and cards are put away for good, and everything can be deleted", async () => {
    const page = await browser.open("options.html#cards");
    const cards = await page.locator("[data-act^='read ']").count();
    await page.click("[data-act='read why-prompts']");
    assert.equal(await page.locator("[data-act^='read ']").count(), cards - 1);
    await page.click("[data-act='never refresher']");
    await page.waitForSelector("[data-act='again refresher']");
    await page.goto(`${page.url().split("#")[0]}#data`);
    await page.click("[data-act=ask_delete]");
    await page.click("[data-act=delete_all]");
    await until(() => stored(page), (all) => !("kept" in all) && !all.preferences?.cards_read?.length, { what: "an empty store" });
    await page.close();
  });

  test("another language than the browser's: words, texts and the page's own language", async () => {
    const page = await browser.open("options.html#look");
    await page.selectOption("[data-field=language]", "es");
    await page.waitForSelector("html[lang=es]");
    assert.match((await page.textContent("nav")) ?? "", /Textos para copiar/);
    await page.click("nav a[href='#templates']");
    assert.match((await page.textContent("#main")) ?? "", /Un no amable a una solicitud de amistad/);
    await page.click("nav a[href='#look']");
    await page.selectOption("[data-field=language]", "");
    await page.waitForSelector("html[lang=en]");
    await page.close();
  });

  test("counts are saved as CSV and JSON without anything but months, rules and numbers", async () => {
    const page = await browser.open("options.html#statistics");
    await page.evaluate((statistics) => /** @type {any} */ (globalThis).chrome.storage.local.set({ statistics }), COUNTS);
    await page.waitForSelector("[data-act=csv]");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-act=csv]")]);
    assert.equal(download.suggestedFilename(), "primum-counts.csv");
    const { readFileSync } = await import("node:fs");
    const csv = readFileSync(await download.path(), "utf8");
    assert.match(csv, /^month,rule,outcome,count\n(\d{4}-\d\d,[a-z-]+,[a-z_]+,\d+\n){5}$/);
    await page.close();
  });

});
