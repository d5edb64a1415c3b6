// The popup over a real tab: whether it is watched, what the open draft shows, who speaks, texts to put in, an hour's
// rest, what is due, and what the institution offers.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { modelText, openBox, pause, press, typeInto, until } from "./harness/index.mjs";
import { launchPages, stored, tabTo, violations } from "./pages-harness.mjs";
import { openPopup } from "./popup-harness.mjs";
import { launchPrimum, shown, write } from "./e2e-harness.mjs";

const DAY_MS = 86_400_000;
/** Longer than a wrong post would need to reach the server. */
const HELD_MS = 450;
/** What puts a text in closes the popup, perhaps before the key is up again. */
const closing = (done) => done.catch((error) => { if (!/has been closed/.test(String(error))) throw error; });
const POLICY = {
  institutionNames: ["Cedar Ridge"], documentUrl: "https://intranet.example.org/social-media", contact: "Privacy office, ext. 4410",
  securePortalUrl: "https://portal.example.org", lockedSettings: ["sites"],
};

describe("the popup", () => {
  /** @type {Awaited<ReturnType<typeof launchPages>>} */
  let browser;
  before(async () => (browser = await launchPages()));
  after(() => browser?.close());

  /** The popup of the page that is in front: opened as a page of its own, it is told which tab to look at. */
  async function popupOver(page, policy = {}) {
    const popup = await browser.newPage();
    const id = await browser.extensionId();
    // A popup is no tab; here it is one, and its question for "the active tab" is answered with the page under test.
    const options = await browser.open("options.html#look");
    const tabs = await options.evaluate(() => /** @type {any} */ (globalThis).chrome.tabs.query({}));
    // The last known policy stays where the browser hands over none; each popup here has its own.
    await options.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.local.remove("policy"));
    await options.close();
    const under = tabs.findLast((tab) => tab.url === page.url());
    await popup.addInitScript(([tab, managed]) => {
      const { chrome } = /** @type {any} */ (globalThis);
      if (chrome?.tabs) chrome.tabs.query = () => Promise.resolve([tab]);
      if (chrome?.storage) chrome.storage.managed.get = (_keys, done) => done(managed);
    }, [under, policy]);
    await popup.goto(`chrome-extension://${id}/popup.html`);
    await until(() => popup.evaluate(() => document.querySelector("#main")?.childElementCount ?? 0), (count) => count > 0, { what: "the popup" });
    return popup;
  }

  const wordsOf = async (popup) => (await popup.textContent("#main")) ?? "";
  async function drafted(box, text, lang) {
    const page = await browser.newPage();
    await openBox(page, box, { lang });
    await typeInto(page, box, text);
    await until(() => page.frames().some((one) => one.url().includes("/frame.html")), (found) => found, { what: "the frame" });
    return page;
  }

  test("shows the draft's verdict and the speaker, switches the profile, and rests for an hour", async () => {
    const page = await drafted("x-home", "Mrs. Lindqvist in bed 12 finally slept", "en");
    const popup = await popupOver(page);
    assert.match(await wordsOf(popup), /Watching this page/);
    assert.match(await wordsOf(popup), /A person in care is named/);
    assert.doesNotMatch(await wordsOf(popup), /Lindqvist/);
    assert.deepEqual(await violations(popup), []);

    await popup.click("[data-act^='mark professional']");
    await until(() => stored(popup), (all) => Object.values(all.kept?.profiles ?? {}).includes("professional"), { what: "the mark" });
    assert.equal(await popup.getAttribute("[data-act^='mark professional']", "aria-pressed"), "true");

    await popup.click("[data-act=rest]");
    await popup.waitForSelector("[data-act=wake]");
    assert.match(await wordsOf(popup), /Resting on this site/);
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    const shown = () => frame?.evaluate(() => document.querySelector("#view")?.childElementCount ?? 0).catch(() => 0) ?? 0;
    await until(shown, (count) => count === 0, { what: "the chip to go" });
    await popup.click("[data-act=wake]");
    await popup.waitForSelector("[data-act=rest]");
    assert.deepEqual((await stored(popup)).resting, {});
    await popup.close();
    await page.close();
  });

  for (const [box, lang] of [["x-home", "en"], ["x-chat", "es"], ["facebook-post", "es"], ["messenger", "en"]]) {
    test(`${box}, site in ${lang}: a text chosen in the popup is put into the open draft, filled in, and not sent`, async () => {
      browser.reset();
      const page = await drafted(box, "Thank you.", lang);
      const popup = await popupOver(page, POLICY);
      await popup.click("#texts summary");
      await closing(popup.click("[data-act='insert move-to-portal']"));
      const text = await until(() => modelText(page, box), (model) => model.includes("I can't look at health questions here"), { what: "the text in the draft" });
      assert.ok(text.startsWith("Thank you."), text);
      assert.ok(text.includes("https://portal.example.org"), text);
      await until(() => popup.isClosed(), (closed) => closed, { what: "the popup to close, so that the draft is seen" });
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      assert.doesNotMatch(JSON.stringify(await stored(await browser.open("options.html#look"))), /health questions|Thank you/);
      await page.close();
    });
  }

  test("keyboard alone: a text put in, a profile switched, a rest", async () => {
    const page = await drafted("x-home", "Thank you.", "en");
    const popup = await popupOver(page);
    await tabTo(popup, "[data-act^='mark both']");
    await popup.keyboard.press("Space");
    await until(() => stored(popup), (all) => Object.values(all.kept?.profiles ?? {}).includes("both"), { what: "the mark" });
    assert.equal(await popup.evaluate(() => document.activeElement?.getAttribute("data-act")?.startsWith("mark both")), true, "the focus stays where it was");
    await tabTo(popup, "#texts summary");
    await popup.keyboard.press("Enter");
    await tabTo(popup, "[data-act='insert disclaimer-views']");
    await closing(popup.keyboard.press("Enter"));
    await until(() => modelText(page, "x-home"), (text) => text.length > "Thank you.".length + 10, { what: "the text in the draft" });
    await page.bringToFront();
    const again = await popupOver(page);
    await tabTo(again, "[data-act=rest]");
    await press(again, "Enter");
    await again.waitForSelector("[data-act=wake]");
    assert.equal(await again.evaluate(() => document.activeElement?.closest("#main") !== null), true);
    await tabTo(again, "[data-act=wake]");
    await press(again, "Enter");
    await again.waitForSelector("[data-act=rest]");
    await again.close();
    await page.close();
  });

  test("what the institution set: its policy and contact as links and words, no rest where sites are locked", async () => {
    const page = await drafted("x-home", "Rounds are done", "en");
    const popup = await popupOver(page, POLICY);
    await popup.waitForSelector("nav a[href='https://intranet.example.org/social-media']");
    assert.match(await wordsOf(popup), /Questions\? Ask Privacy office, ext\. 4410/);
    assert.match(await wordsOf(popup), /Your organisation keeps Primum on here/);
    assert.equal(await popup.locator("[data-act=rest]").count(), 0);
    assert.deepEqual(await violations(popup), []);
    await popup.close();
    await page.close();
  });

  test("on another site it says that it does nothing there; practice, texts and help stay a click away", async () => {
    const page = await browser.open("options.html#look");
    const popup = await popupOver(page);
    assert.match(await wordsOf(popup), /Primum watches X and Facebook\. It does nothing on this page/);
    const links = await popup.locator("nav a").evaluateAll((all) => all.map((one) => /** @type {HTMLAnchorElement} */ (one).href.replace(/.*\//, "")));
    assert.deepEqual(links, ["options.html#templates", "options.html#help", "practice.html", "options.html#accounts"]);
    await popup.close();
    await page.close();
  });

  test("a reminder that is due is shown here, put away for good, and never beside a draft", async () => {
    const options = await browser.open("options.html#look");
    const preferences = { installed_ms: Date.now() - 15 * DAY_MS };
    await options.evaluate((own) => /** @type {any} */ (globalThis).chrome.storage.local.set({ preferences: own }), preferences);
    const page = await drafted("x-home", "Mrs. Lindqvist in bed 12 finally slept", "en");
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    await until(() => frame?.evaluate(() => document.querySelector(".chip")?.textContent ?? ""), (words) => /Stop/.test(words ?? ""), { what: "the chip" });
    await frame?.click(".chip");
    await frame?.waitForSelector(".panel");
    assert.doesNotMatch((await frame?.evaluate(() => document.body.textContent)) ?? "", /privacy settings|Look yourself up/);
    const due = ["Look over your privacy settings", "Look yourself up", "Read your social media policy again", "Do the exercises once more"];
    const popup = await popupOver(page);
    for (const title of due) {
      await until(() => popup.textContent(".card h3"), (words) => words === title, { what: title });
      await popup.click(title === due[0] ? "[data-act^='done ']" : "[data-act^='never ']");
    }
    await until(() => popup.locator(".card").count(), (count) => count === 0, { what: "nothing more to be due" });
    const { reminders } = (await stored(popup)).preferences;
    assert.deepEqual(Object.values(reminders).map((said) => (said === "never" ? said : Object.keys(said)[0])).sort(), ["done", "never", "never", "never"]);
    await popup.close();
    await page.close();
    await options.close();
  });
});

describe("the popup's window", () => {
  // Nothing else is open: a window that takes the foreground closes the popup.
  let browser;
  before(async () => { browser = await launchPrimum(); });
  after(() => browser?.close());

  test("as the toolbar button opens it: as wide as its words, all of it in sight, gone once a text is put in", async () => {
    const page = await browser.newPage();
    await write(page, "x-home", "Mrs. Lindqvist in bed 12 finally slept");
    await shown(page, "chip", (words) => words.includes("Stop"));
    const popup = await openPopup(browser, page);
    assert.match(await popup.words(), /Watching this page[\s\S]*A person in care is named/);
    const room = () => popup.evaluate("(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => ({ width: innerWidth, over: Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight) }))(document.documentElement)");
    // The window follows its words; it has whole pixels, a page has not.
    const { width } = await until(room, ({ over }) => over <= 1, { what: "a window without scrolling" });
    assert.ok(width >= 300 && width <= 400, `${width} px wide`);
    await popup.click("#texts summary");
    await popup.click("[data-act='insert disclaimer-views']");
    await until(() => modelText(page, "x-home"), (text) => text.length > 60, { what: "the text in the draft" });
    await until(() => popup.isOpen(), (open) => !open, { what: "the popup to close" });
    assert.equal(browser.posted().length, 0);
    await page.close();
  });
});
