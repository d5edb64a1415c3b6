// Connection requests with the shipping extension: one question, one tap, in two languages of the sites; what is told
// the clinician, what is copied, and that nothing of it is kept.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { freshPages, primumFrame, shown } from "./e2e-harness.mjs";
import { clickFirst, pause, postedExactly, press, until } from "./harness/index.mjs";

/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 600;
/** Selectors that hold in every language. */
const REQUESTS = {
  "Facebook, Confirm": { url: "https://www.facebook.com/friends/requests?as=person", control: ".request .primary", surface: "friend_confirm" },
  "Facebook, Add friend": { url: "https://www.facebook.com/profile/jordan.ellis?as=person", control: "[role=main] .primary", surface: "friend_add" },
  "X, follow request": { url: "https://x.com/follower_requests?", control: "[data-testid=UserCell] button", surface: "follow_accept" },
  "X, follow back": { url: "https://x.com/jordan_ellis?", control: "[data-testid$='-follow']", surface: "follow_back" },
};

describe("connection requests", () => {
  let browser;
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  const storage = async () => {
    const worker = browser.context.serviceWorkers()[0] ?? await browser.context.waitForEvent("serviceworker");
    return worker.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.local.get(null));
  };
  /** Marks the site's acting account, whose number the practice page keeps in a cookie. */
  const mark = async (site, profile) => {
    const id = await page.evaluate(() => /i_user=(\d+)/.exec(document.cookie)?.[1]);
    const worker = browser.context.serviceWorkers()[0];
    const kept = { profiles: { [`${site}:${id}`]: profile }, silenced: {}, asked_day: 0 };
    await worker.evaluate((value) => /** @type {any} */ (globalThis).chrome.storage.local.set({ kept: value }), kept);
  };
  const ask = async ({ url, control }, lang = "en") => {
    await page.goto(`${url}&lang=${lang}`.replace("?&", "?"));
    await clickFirst(page, control);
    const words = await shown(page, "request");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0, "nothing is sent while the question is open");
    return words;
  };

  for (const lang of ["en", "es"]) {
    for (const [name, request] of Object.entries(REQUESTS)) {
      test(`${name}, site in ${lang}: one tap lets a request of nobody in care go, once`, async () => {
        await ask(request, lang);
        await (await primumFrame(page)).click("[data-act=nobody_in_care]");
        const [sent] = await postedExactly(browser, 1);
        assert.equal(sent.surface, request.surface);
      });
    }
  }

  test("a patient: guidance, a kind no and words for the visit to copy; leaving it sends nothing", async () => {
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const words = await ask(REQUESTS["Facebook, Confirm"]);
    assert.doesNotMatch(words, /Jordan|Ellis/);
    const frame = await primumFrame(page);
    await frame.click("[data-act=current_patient]");
    await shown(page, "request", (text) => /A kind no/.test(text));
    const decline = await frame.textContent("blockquote");
    await frame.click("[data-act=copy_decline]");
    assert.match(await shown(page, "request", (text) => text.includes("Copied")), /AAP rec\. 9/);
    await frame.click("[data-act=in_person]");
    await shown(page, "request", (text) => text.includes("next visit"));
    await frame.click("[data-act=edit]");
    await until(() => page.evaluate(() => document.activeElement?.textContent ?? ""), (text) => text === "Confirm", { what: "the focus back on the request" });
    await page.bringToFront();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), decline);
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("keyboard alone: Enter asks, the focus is inside, Escape leaves the request", async () => {
    await page.goto(REQUESTS["Facebook, Confirm"].url);
    await page.waitForSelector(".request .primary");
    await page.focus(".request .primary");
    await press(page, "Enter");
    await shown(page, "request");
    const frame = await primumFrame(page);
    await until(() => frame.evaluate(() => globalThis.document.activeElement?.getAttribute("data-act") ?? ""), (act) => act === "edit", { what: "the focus in the question" });
    for (let at = 0; at < 10 && await frame.evaluate(() => globalThis.document.activeElement?.getAttribute("data-act")) !== "not_sure"; at += 1) await press(page, "Shift+Tab");
    await press(page, "Enter");
    await shown(page, "request", (text) => text.includes("does not run away"));
    await press(page, "Escape");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("nothing is kept but the day, and a professional account is never asked", async () => {
    await ask(REQUESTS["Facebook, Confirm"]);
    await (await primumFrame(page)).click("[data-act=former_patient]");
    await (await primumFrame(page)).click("[data-act=post]");
    await postedExactly(browser, 1);
    const kept = await until(storage, (all) => all.kept?.asked_day > 0, { what: "the day to be kept" });
    assert.deepEqual(Object.keys(kept.kept).sort(), ["asked_day", "profiles", "silenced"]);
    assert.doesNotMatch(JSON.stringify(kept), /former|jordan|ellis|100002000000003/i);
    await page.goto("https://www.facebook.com/friends/requests?as=page");
    await mark("facebook", "professional");
    browser.reset();
    await clickFirst(page, ".request .primary");
    await postedExactly(browser, 1);
  });

  test("in a small community the second request of a week goes without a question", async () => {
    const worker = browser.context.serviceWorkers()[0];
    const put = (items) => worker.evaluate((all) => /** @type {any} */ (globalThis).chrome.storage.local.set(all), items);
    await put({ kept: { profiles: {}, silenced: {}, asked_day: 0 }, preferences: { small_community: true } });
    await ask(REQUESTS["Facebook, Confirm"]);
    await (await primumFrame(page)).click("[data-act=edit]");
    await clickFirst(page, ".request .primary");
    await postedExactly(browser, 1);
    await put({ preferences: {} });
  });
});
