// What a browser does to tabs under the shipping extension: many of them at once, frozen, discarded, an extension
// switched off under an open draft, a site laid out anew. The draft stays, posting goes on, and what is said is true.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { boxOf, clickFirst, modelText, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { HELD_MS, freshPages, launchPrimum, postAnyway, shown, write } from "./e2e-harness.mjs";
import { fallbackText, linesOn, marksAre } from "./page-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const NAME = [["Mrs. Lindqvist", "stop"]];
/** A browser that has to start something again, on a busy machine. */
const SLOW = { timeoutMs: 20_000 };
const MANY = 6;

const framesOf = (page) => page.frames().filter((frame) => frame.url().includes("/frame.html"));

/** Whether the frame is seen: of a browser that switched it off its document may be left. */
async function isChipSeen(page) {
  const [frame] = framesOf(page);
  return frame !== undefined && (await frame.frameElement()).isVisible();
}

async function heldThenPosted({ browser, page }, box, text) {
  await post(page, box, boxOf(box).ways[0]);
  await shown(page, "pause");
  await pause(HELD_MS);
  assert.equal(browser.posted().length, 0);
  await postAnyway(page);
  assert.deepEqual((await postedExactly(browser, 1))[0].texts, [text]);
}

describe("tabs", () => {
  let browser;
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  test(`${MANY} tabs with drafts: each is checked and held by itself`, async () => {
    const names = ["Lindqvist", "Abernathy", "Okonkwo", "Petersen", "Nakamura", "Villanueva"];
    const tabs = [];
    for (const [at, name] of names.entries()) {
      const tab = await browser.newPage();
      const box = at % 2 === 0 ? "x-home" : "facebook-post";
      const text = `Mrs. ${name} in bed 12 finally slept.`;
      await write(tab, box, text);
      tabs.push({ tab, box, name, text });
    }
    for (const { tab, box, name, text } of tabs) {
      await tab.bringToFront();
      await shown(tab, "chip", (words) => words.includes("Stop") && words.includes(name));
      assert.ok(names.every((one) => one === name || !(framesOf(tab).length > 1)), "one frame in each");
      await marksAre(tab, boxOf(box).editor, [[`Mrs. ${name}`, "stop"]], ["stop"]);
      browser.reset();
      await post(tab, box, "click");
      await shown(tab, "pause", (words) => words.includes(name) && names.every((one) => one === name || !words.includes(one)));
      await postAnyway(tab);
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [text]);
      await tab.close();
    }
  });

  for (const box of ["x-home", "facebook-comment"]) {
    test(`${box}: a tab that was frozen and woken checks what is written then, and its chip is right`, async () => {
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      const client = await page.context().newCDPSession(page);
      await client.send("Page.setWebLifecycleState", { state: "frozen" });
      await pause(HELD_MS);
      await client.send("Page.setWebLifecycleState", { state: "active" });
      await page.bringToFront();
      await shown(page, "chip", (words) => words.includes("Stop"));
      await clickFirst(page, boxOf(box).editor);
      await press(page, "Control+a");
      await page.keyboard.type("Proud of our whole night team.");
      await shown(page, "chip", (words) => words.includes("Nothing found"));
      await until(() => linesOn(page), (lines) => lines.length === 0, { what: "the marks of the old words to go" });
      await press(page, "Control+a");
      await page.keyboard.type(RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      assert.equal(framesOf(page).length, 1, "the same frame, not one more");
      await heldThenPosted({ browser, page }, box, RISKY);
    });
  }

  test("a discarded tab that is loaded again watches its box, and its draft is checked", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    const other = await browser.newPage();
    await other.bringToFront();
    const worker = browser.context.serviceWorkers()[0];
    const discarded = await worker.evaluate(async () => {
      const { tabs } = /** @type {any} */ (globalThis).chrome;
      const [tab] = await tabs.query({ url: "https://x.com/*" });
      const gone = await tabs.discard(tab.id);
      return { id: gone?.id, discarded: gone?.discarded };
    });
    assert.equal(discarded.discarded, true);
    // The driver loses a tab whose renderer went; the browser brings it back, and the driver finds it as another page.
    const revived = browser.context.waitForEvent("page", SLOW).catch(() => undefined);
    await worker.evaluate(async (id) => {
      const { tabs } = /** @type {any} */ (globalThis).chrome;
      await tabs.update(id, { active: true });
      if ((await tabs.get(id)).discarded) await tabs.reload(id);
    }, discarded.id);
    const isBack = () => browser.context.pages().find((one) => !one.isClosed() && one !== other && one.url().startsWith("https://x.com/"));
    page = (await revived) ?? await until(isBack, Boolean, { ...SLOW, what: "the tab back" });
    await clickFirst(page, boxOf("x-home").editor);
    await page.keyboard.type(RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"), SLOW);
    await marksAre(page, boxOf("x-home").editor, NAME, ["stop"]);
    await heldThenPosted({ browser, page }, "x-home", RISKY);
    await other.close();
  });
});

/** Switches the extension on or off as the switch on the browser's own page does. */
async function switched(browser, id, isEnabled) {
  const admin = await browser.newPage();
  await admin.goto("chrome://extensions/");
  const state = await admin.evaluate(async ([extension, on]) => {
    const { developerPrivate, management } = /** @type {any} */ (globalThis).chrome;
    await management.setEnabled(extension, on);
    return (await developerPrivate.getExtensionsInfo()).find((one) => one.id === extension)?.state;
  }, [id, isEnabled]);
  await admin.close();
  return state;
}

describe("the extension is switched off under open drafts", () => {
  const BOXES = ["x-home", "facebook-post", "facebook-comment"];
  let browser;
  /** @type {Map<string, any>} */
  const pages = new Map();
  let id = "";
  before(async () => {
    browser = await launchPrimum();
    id = await browser.extensionId();
  });
  after(() => browser?.close());

  test("drafts are open, marked and spoken of", async () => {
    for (const box of BOXES) {
      const page = await browser.newPage();
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      pages.set(box, page);
    }
    assert.equal(await switched(browser, id, false), "DISABLED");
  });

  for (const box of BOXES) {
    test(`${box}: nothing on the screen says that it is checked, typing and posting go on`, async () => {
      const page = pages.get(box);
      browser.reset();
      await page.bringToFront();
      assert.equal(await modelText(page, box), RISKY, "the draft is whole");
      await page.click(boxOf(box).editor, { position: { x: 8, y: 8 } });
      await press(page, "Control+End");
      await page.keyboard.type("!");
      await until(() => modelText(page, box), (text) => text === `${RISKY}!`, { what: "typing to go on" });
      await until(() => linesOn(page), (lines) => lines.length === 0, { what: "the marks to go" });
      await until(() => isChipSeen(page), (seen) => !seen, { what: "the chip to go" });
      const said = await until(() => fallbackText(page), (text) => text !== "", { what: "a word that nothing is watched" });
      assert.match(said, /not watching this page/i);
      await post(page, box, boxOf(box).ways[0]);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[`${RISKY}!`], true]);
    });
  }

  test("switched on again it watches", async () => {
    assert.equal(await switched(browser, id, true), "ENABLED");
    const page = await browser.newPage();
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"), SLOW);
  });
});

/** What a new release of a site does: other test ids, other labels, nothing of the editor's own attributes. */
function rename() {
  const change = (one) => {
    for (const name of one.getAttributeNames()) {
      if (/^data-(testid|block|contents|text|editor|offset-key)/.test(name) || /^aria-(label|placeholder)$/.test(name)) one.removeAttribute(name);
    }
    if (/^(dialog|button|textbox|presentation)$/.test(one.getAttribute("role") ?? "")) one.removeAttribute("role");
    if (/DraftEditor/.test(one.className)) one.className = "r-1";
    if (one.id === "focused-state-composer-submit") one.id = "r-2";
  };
  for (const one of document.querySelectorAll("body *")) change(one);
}

describe("a site laid out anew", () => {
  let browser;
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  for (const box of ["facebook-post", "facebook-comment", "x-home"]) {
    test(`${box}: everything renamed under an open draft: it is still read, and the chip says that the layout is not known`, async () => {
      await write(page, box, "Mrs. Lindqvist in bed 12");
      await shown(page, "chip", (words) => words.includes("Stop") && !words.includes("Layout not known"));
      const [editor] = await page.$$(boxOf(box).editor);
      await page.evaluate(rename);
      await editor.evaluate((one) => { one.blur(); one.focus(); });
      await page.keyboard.type(" finally slept, MRN 4839201");
      await shown(page, "chip", (words) => words.includes("Stop") && words.includes("Layout not known"));
      await until(() => linesOn(page), (lines) => lines.filter((line) => line.severity === "stop").length >= 2, { what: "a mark under the new words as well" });
    });
  }
});
