// Who speaks to whom, on the chip of the shipping build: profile and audience on Facebook, the handle of a professional
// account on X, marked by the clinician or by policy; a switch between person and Page without a reload; a page that
// shows no account at all.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { boxOf, clickFirst, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { HELD_MS, freshPages, openPanel, postAnyway, primumFrame, shown, wordsOf, write } from "./e2e-harness.mjs";
import { fallbackText } from "./page-harness.mjs";
import { givePolicy } from "./policy-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
/** To one's own patients: a note on a personal account, nothing on a professional one. */
const CLINICAL = "Parents, our clinic now has evening flu jabs";
/** A long chip may stand over the middle of a comment of one line. */
const AT_ITS_BEGINNING = { position: { x: 8, y: 8 } };
const HANDLE = "@amylee_home";

let browser;
let page;

async function markAs(profile) {
  const frame = await openPanel(page);
  if (!(await frame.$(`[data-act=${profile}]`))) await frame.click("[data-act=change]");
  await frame.click(`[data-act=${profile}]`);
  await shown(page, "panel", (words) => words.toLowerCase().includes(profile));
  await press(page, "Escape");
}

const says = (...parts) => shown(page, "chip", (words) => parts.every((part) => words.includes(part)));

async function choose(audience) {
  await clickFirst(page, '[role="button"][aria-label^="Edit privacy"]');
  await clickFirst(page, `input[name="audience"][value="${audience}"]`);
  await clickFirst(page, '[aria-label^="Done with privacy"]');
}

describe("who speaks to whom", () => {
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
    const [worker] = browser.context.serviceWorkers();
    await worker.evaluate(() => globalThis.chrome.storage.local.clear());
  });

  test("facebook-post: personal, and the audience as it is chosen", async () => {
    await write(page, "facebook-post", RISKY);
    await says("Not sure: set it");
    await markAs("personal");
    await says("Personal · Friends");
    await choose("public");
    await says("Personal · Public");
    await choose("only_me");
    await says("Personal · Only me");
  });

  test("x-home: professional with its handle, as the clinician marked it", async () => {
    await write(page, "x-home", RISKY);
    await says("Not sure: set it");
    await markAs("professional");
    await says(`Professional · ${HANDLE}`);
  });

  test("x-home: professional with its handle by policy, and nothing asked", async () => {
    await givePolicy(browser, { institutionNames: ["Cedar Ridge"], professionalAccounts: [`x:${HANDLE}`] });
    await write(page, "x-home", RISKY);
    await says(`Professional · ${HANDLE}`);
    const frame = await openPanel(page);
    assert.equal(await frame.$("[data-act=personal]"), null);
    assert.equal(await frame.$("[data-act=change]"), null);
  });

  test("facebook: a Page takes over without a reload, and back: chip and check follow", async () => {
    await givePolicy(browser, { institutionNames: ["Cedar Ridge"], professionalAccounts: ["facebook:61550000000002"] });
    const comment = boxOf("facebook-comment").editor;
    await page.goto("https://www.facebook.com/?as=person&switch=soft");
    await page.evaluate(() => { globalThis.sameDocument = true; });
    await page.click(comment, AT_ITS_BEGINNING);
    await page.keyboard.type(CLINICAL);
    const asPerson = await says("Not sure: set it");
    await switchActor();
    const asPage = await says("Professional · Hillside Family Practice");
    assert.deepEqual([statusOf(asPerson), statusOf(asPage)], ["1 note", "Nothing found"]);
    await page.click(comment, AT_ITS_BEGINNING);
    await post(page, "facebook-comment", "enter");
    const [sent] = await postedExactly(browser, 1);
    assert.equal(sent.account, "61550000000002");
    await page.click(comment, AT_ITS_BEGINNING);
    await page.keyboard.type(CLINICAL);
    await says("Professional · Hillside Family Practice");
    await switchActor();
    assert.equal(statusOf(await says("Not sure: set it")), statusOf(asPerson));
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
  });

  const accounts = {
    "x-home": '[data-testid^="UserAvatar-Container-"], [data-testid="SideNav_AccountSwitcher_Button"], [data-testid="AppTabBar_Profile_Link"]',
    "facebook-post": "script[data-sjs]",
  };
  for (const [box, shows] of Object.entries(accounts)) {
    test(`${box}: a page that does not show the account: the chip says so, the panel why, Post is held as ever`, async () => {
      await openWithoutAccount(box, shows);
      await typeInto(page, box, RISKY);
      await says("Stop", "Account not seen");
      const frame = await openPanel(page);
      assert.match(await wordsOf(page, "panel"), /does not show which account is speaking, so it counts as personal/);
      assert.equal(await frame.$("[data-act=personal]"), null, "nothing to be marked");
      await press(page, "Escape");
      await says("Account not seen");
      await post(page, box, "click");
      await shown(page, "pause");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      await postAnyway(page);
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
    });
  }

  test("x-home: a box whose text cannot be read is said to be unchecked, and Post says so again", async () => {
    // As if X had renamed what its editor's lines are known by.
    await page.addInitScript(() => new MutationObserver(() => {
      for (const block of document.querySelectorAll("[data-block]")) block.removeAttribute("data-block");
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-block"] }));
    await write(page, "x-home", RISKY);
    await says("Not checked");
    await openPanel(page);
    assert.match(await wordsOf(page, "panel"), /cannot be read, so it was not checked/);
    await press(page, "Escape");
    await says("Not checked");
    await post(page, "x-home", "click");
    await until(() => fallbackText(page), (words) => /posted without a check/.test(words), { what: "the notice" });
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
  });
});

const statusOf = (chip) => chip.split("\n")[0];

/** By the page's own menu, which changes cookie and labels in place. */
async function switchActor() {
  await clickFirst(page, '[aria-label="Your profile"]');
  await clickFirst(page, '[aria-label^="Switch to"]');
  await primumFrame(page);
}

/** Opens a box on a page that shows no account: without its elements, however often they are drawn anew, and without cookies. */
async function openWithoutAccount(box, shows) {
  await page.addInitScript((css) => addEventListener("load", () => {
    const hide = () => {
      for (const element of document.querySelectorAll(css)) {
        element.removeAttribute("data-testid");
        element.removeAttribute("data-sjs");
      }
    };
    hide();
    new MutationObserver(hide).observe(document, { subtree: true, childList: true });
  }), shows);
  await openBox(page, box);
  await page.context().clearCookies();
}
