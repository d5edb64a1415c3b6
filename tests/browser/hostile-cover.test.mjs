// A hostile page that covers what Primum shows, floods it with messages, pretends to leave, or writes its document anew:
// what is held all the same, and how far it gets.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launchPrimum, postAnyway, primumFrame, shown, write, wordsOf } from "./e2e-harness.mjs";
import { floodWithMessages, hostOf, touchedArea, writeAnew } from "./hostile-harness.mjs";
import { boxOf, modelText, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { fallbackText } from "./page-harness.mjs";

const RISKY = "Hello, Mrs. Lindqvist in bed 12 cried again, MRN 4839201";
/** Time in which a wrong post would have come. */
const SETTLED_MS = 500;
/** Longer than the page script waits for a page that may be left (extension/page/stay.ts). */
const STAYED_MS = 3500;
/** The page is kept busy on purpose. */
const BUSY = { timeoutMs: 20_000 };

/** @type {any} */
let browser;
/** @type {any} */
let page;
before(async () => (browser = await launchPrimum()));
after(() => browser?.close());
beforeEach(async () => {
  browser.reset();
  page = await browser.newPage();
});
afterEach(() => page?.close());

async function risky(box = "x-home") {
  await write(page, box, RISKY);
  await shown(page, "chip", (words) => words.includes("Stop"));
}

/** Lays a picture of the page's own over everything: as a plain element, or as a popover, which comes later into the top layer. */
const cover = (how) => page.evaluate((kind) => {
  const picture = document.createElement("div");
  picture.id = "cover";
  picture.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;z-index:2147483647";
  picture.textContent = "Nothing to see here. Click to go on.";
  document.documentElement.append(picture);
  if (kind === "popover") {
    picture.popover = "manual";
    picture.showPopover();
  }
  picture.addEventListener("click", () => { /** @type {any} */ (globalThis).covered = true; });
}, how);

const uncover = () => page.evaluate(() => document.querySelector("#cover")?.remove());

describe("a page that covers", () => {
  test("the chip with a plain element of the highest z-index: the chip stays on top", async () => {
    await risky();
    const before = await touchedArea(page);
    assert.ok(before, "the chip can be touched");
    await cover("element");
    const [left, top, right, bottom] = before;
    const isOurs = await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.id !== "cover", [(left + right) / 2, (top + bottom) / 2]);
    assert.ok(isOurs);
  });

  test("the chip with a popover: the chip is hidden, a post is held all the same, and the pause is seen above it", async () => {
    await risky();
    const [left, top, right, bottom] = /** @type {number[]} */ (await touchedArea(page));
    await cover("popover");
    assert.equal(await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.id, [(left + right) / 2, (top + bottom) / 2]), "cover");
    await page.evaluate((css) => /** @type {HTMLElement} */ (document.querySelector(css)).click(), boxOf("x-home").button);
    await shown(page, "pause");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0);
    const host = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName ?? "");
    assert.match(host, /^[a-z]{10}-[a-z]{10}$/, "the dialog opened later, so it lies above");
    await press(page, "Escape");
  });

  test("the pause with a popover: a hand is led, but a single click of it posts no stop", async () => {
    await risky();
    await post(page, "x-home", "click");
    await shown(page, "pause");
    await cover("popover");
    const frame = await primumFrame(page);
    const { x, y, width, height } = /** @type {any} */ (await (await frame.$("[data-act=post]"))?.boundingBox());
    await page.mouse.click(x + width / 2, y + height / 2);
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0, "a reason is asked for first");
    await uncover();
    await shown(page, "pause");
    await postAnyway(page);
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
  });
});

describe("a page that floods", () => {
  test("its own window and the host with huge and wrong messages: the draft is checked and held", async () => {
    await risky();
    await floodWithMessages(page);
    await page.click(boxOf("x-home").editor, { position: { x: 8, y: 8 } });
    await press(page, "Control+End");
    await page.keyboard.insertText(" and SSN 219-09-9999");
    await until(() => modelText(page, "x-home"), (text) => text.endsWith("9999"), { ...BUSY, what: "the draft" });
    await shown(page, "chip", (words) => words.includes("Stop"), BUSY);
    await post(page, "x-home", "click");
    await shown(page, "pause", undefined, BUSY);
    assert.equal(browser.posted().length, 0);
  });
});

describe("a page that pretends to leave", () => {
  /** A navigation that the browser asks the page about and that then leads nowhere. */
  const pretend = () => page.evaluate(() => { location.href = "https://x.com/nothing-comes-of-it"; });
  beforeEach(() => page.route("**/nothing-comes-of-it", (route) => route.fulfill({ status: 204, body: "" })));

  test("once: the frame goes for as long as the page may be left, comes back, and the chip is right", async () => {
    await risky();
    const frame = await primumFrame(page);
    await pretend();
    await until(() => page.frames().includes(frame), (there) => !there, { what: "the frame to go: the control that the browser told of it" });
    await pause(STAYED_MS);
    await shown(page, "chip", (words) => words.includes("Stop"), BUSY);
    await post(page, "x-home", "click");
    await shown(page, "pause");
    assert.equal(browser.posted().length, 0);
  });

  test("and presses Post at once: the press wakes the frame, and is held", async () => {
    await risky();
    const frame = await primumFrame(page);
    await pretend();
    await until(() => page.frames().includes(frame), (there) => !there, { what: "the frame to go" });
    await post(page, "x-home", "click");
    const outcome = await until(async () => ({ pause: await wordsOf(page, "pause"), posts: browser.posted().length, said: await fallbackText(page) }),
      (now) => now.pause !== "" || now.posts > 0, { ...BUSY, what: "the pause or a post" });
    assert.ok(outcome.posts === 0 || /not check|without a check/i.test(outcome.said), `nothing goes in silence: ${JSON.stringify(outcome)}`);
    assert.equal(outcome.posts, 0, JSON.stringify(outcome));
  });

  test("again and again: nothing is posted in silence", async () => {
    await risky();
    await page.evaluate(() => { setInterval(() => { location.href = "https://x.com/nothing-comes-of-it"; }, 100); });
    await pause(SETTLED_MS);
    await page.evaluate((css) => /** @type {HTMLElement} */ (document.querySelector(css)).click(), boxOf("x-home").button);
    const look = async () => ({ pause: await wordsOf(page, "pause"), posts: browser.posted().length, said: await fallbackText(page) });
    const outcome = await until(look, (now) => now.pause !== "" || (now.posts > 0 && now.said !== ""), { ...BUSY, what: "the pause, or a post and a word about it" });
    assert.ok(outcome.posts === 0 || /not check|without a check/i.test(outcome.said), JSON.stringify(outcome));
  });

  test("and by a handler that asks to stay: the dialog of the browser is answered with stay, and the draft is watched", async () => {
    await risky();
    await page.evaluate(() => addEventListener("beforeunload", (event) => event.preventDefault()));
    page.on("dialog", (dialog) => dialog.dismiss());
    await page.click(boxOf("x-home").editor, { position: { x: 8, y: 8 } });
    await page.evaluate(() => { setTimeout(() => { location.href = "https://x.com/settings/profile"; }, 0); });
    await pause(STAYED_MS);
    assert.match(page.url(), /\/home/);
    await shown(page, "chip", (words) => words.includes("Stop"), BUSY);
    await post(page, "x-home", "click");
    await shown(page, "pause");
    assert.equal(browser.posted().length, 0);
    assert.notEqual(await (await hostOf(page)).evaluate((one) => one), null);
  });
});

describe("a page that writes its document anew", () => {
  for (const when of ["before any box was open", "under an open draft"]) {
    test(`${when}: listeners go, and Primum listens again`, async () => {
      const box = boxOf("x-home");
      if (when === "under an open draft") await risky();
      else await page.goto(box.url);
      await writeAnew(page, box);
      await page.click(box.editor);
      await page.keyboard.insertText(RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      await page.click(box.button);
      await shown(page, "pause");
      assert.equal(await page.title(), "");
      await postAnyway(page);
      await until(() => page.title(), (title) => title === `posted: ${RISKY}`, { what: "the control: the page's own box posts" });
    });
  }
});
