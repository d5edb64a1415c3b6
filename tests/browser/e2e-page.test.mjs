// The shipping extension on pages as they are: frozen and brought back, re-rendered, right to left, in forced colours,
// without motion, with the keyboard's command; and its chip in nobody's way.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { boxOf, clickFirst, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { HELD_MS, caretBack, freshPages, launchPrimum, openPanel, postAnyway, primumFrame, shown, write } from "./e2e-harness.mjs";
import { linesOn, marksAre } from "./page-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const NAME = [["Mrs. Lindqvist", "stop"]];
const RECORD = "MRN 4471902";
const HARMLESS = "Proud of our whole night team.";
/** A second paint, had there been one. */
const PAINT_MS = 200;

let browser;
let page;

async function risky(box, query) {
  await write(page, box, RISKY, query);
  await shown(page, "chip", (words) => words.includes("Stop"));
  return primumFrame(page);
}

async function heldThenPosted(box, text) {
  await post(page, box, boxOf(box).ways[0]);
  await shown(page, "pause");
  await pause(HELD_MS);
  assert.equal(browser.posted().length, 0);
  await postAnyway(page);
  assert.deepEqual((await postedExactly(browser, 1))[0].texts, [text]);
}

describe("pages as they are", () => {
  const fresh = freshPages({ backForwardCache: true });
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  for (const box of ["x-home", "facebook-comment"]) {
    test(`${box}: frozen and brought back, the draft is watched as before`, async () => {
      await risky(box);
      await page.evaluate(() => addEventListener("pageshow", (event) => { globalThis.cameBackFrozen = event.persisted; }));
      await page.goto("https://www.messenger.com/t/100002000000003");
      await page.evaluate(() => { setTimeout(() => history.back()); });
      const probe = () => page.evaluate(() => globalThis.cameBackFrozen ?? null).catch(() => "between two documents");
      await until(probe, (frozen) => frozen === true, { what: "the frozen page" });
      await clickFirst(page, boxOf(box).editor);
      await press(page, "End");
      await page.keyboard.type(` ${RECORD}.`);
      // Marks are carried over an edit before the new frame has answered; one under new words says that it has. The
      // driver does not always hear of a frame made in a page that was brought back, so nothing here looks into it.
      await marksAre(page, boxOf(box).editor, [...NAME, [RECORD, "stop"]], ["stop"]);
      await post(page, box, boxOf(box).ways[0]);
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0, "held for good: the pause is open");
      await press(page, "Escape");
      await caretBack(page, box);
      await press(page, "Control+A");
      await page.keyboard.type(HARMLESS);
      await marksAre(page, boxOf(box).editor, []);
      await post(page, box, boxOf(box).ways[0]);
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [HARMLESS]);
    });
  }

  test("single-page navigation: the box that goes takes its marks and its chip along, the next one is watched", async () => {
    await risky("x-modal-by-navigation");
    await page.goBack();
    await until(() => linesOn(page), (lines) => lines.length === 0, { what: "no marks" });
    await clickFirst(page, boxOf("x-home").editor);
    await page.keyboard.type(RISKY);
    await marksAre(page, boxOf("x-home").editor, NAME, ["stop"]);
    await heldThenPosted("x-home", RISKY);
  });

  test("nodes the page makes anew under the same words keep their marks", async () => {
    await risky("facebook-comment");
    const { editor } = boxOf("facebook-comment");
    await marksAre(page, editor, NAME, ["stop"]);
    await page.evaluate((css) => {
      const walker = document.createTreeWalker(document.querySelector(css), NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) text.parentElement.replaceWith(text.parentElement.cloneNode(true));
    }, editor);
    await pause(PAINT_MS);
    await marksAre(page, editor, NAME, ["stop"]);
  });

  test("the keyboard's command opens the panel, Escape leads back to the caret", async () => {
    await risky("x-home");
    await press(page, "ArrowLeft");
    const [worker] = browser.context.serviceWorkers();
    // What the background does when the browser tells it of the command.
    await worker.evaluate(async () => {
      for (const { id } of await globalThis.chrome.tabs.query({ url: "https://x.com/*" })) await globalThis.chrome.tabs.sendMessage(id, { t: "open_panel" }).catch(() => {});
    });
    await shown(page, "panel");
    const frame = await primumFrame(page);
    await until(() => frame.evaluate(() => globalThis.document.activeElement?.className), (name) => name === "panel", { what: "the focus in the panel" });
    await press(page, "Escape");
    await shown(page, "chip");
    await caretBack(page, "x-home");
    await page.keyboard.type("!");
    await until(() => modelText(page, "x-home"), (text) => text === `${RISKY.slice(0, -1)}!.`, { what: "typing at the old caret" });
  });

  test("right to left: frame and chip are mirrored", async () => {
    await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => { document.documentElement.dir = "rtl"; }));
    const frame = await risky("facebook-post");
    assert.equal(await frame.evaluate(() => globalThis.document.documentElement.dir), "rtl");
    const element = await frame.frameElement();
    const at = await element.boundingBox();
    const editor = await (await page.$(boxOf("facebook-post").editor)).boundingBox();
    assert.ok(at.x + at.width / 2 < editor.x + editor.width / 2, "the chip stands at the line's end, which is left");
    await marksAre(page, boxOf("facebook-post").editor, NAME, ["stop"]);
  });

  test("forced colours: marks take the system's ink, signs keep their shape", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    const frame = await risky("x-home");
    await marksAre(page, boxOf("x-home").editor, NAME, ["stop"]);
    const client = await page.context().newCDPSession(page);
    await client.send("DOM.enable");
    const { nodes } = await client.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
    const lines = nodes.filter((node) => node.attributes?.includes("data-severity"));
    assert.ok(lines.length > 0 && lines.every((node) => /canvastext/i.test(node.attributes[node.attributes.indexOf("style") + 1])));
    const ground = await frame.evaluate(() => getComputedStyle(globalThis.document.querySelector(".icon-stop")).backgroundColor);
    assert.notEqual(ground, "rgba(0, 0, 0, 0)", "the sign is painted");
  });

  test("without motion nothing moves", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await risky("x-home");
    const frame = await openPanel(page);
    assert.equal(await frame.evaluate(() => globalThis.document.getAnimations().length), 0);
    assert.equal(await frame.evaluate(() => getComputedStyle(globalThis.document.querySelector(".panel")).animationName), "none");
  });
});

/** What lies over the centres of the page's controls: the names of those our host covers. */
const covered = () => page.evaluate(() => {
  const host = [...document.documentElement.children].find((element) => element.localName.includes("-"));
  const controls = [...document.querySelectorAll("button, a[href], input, [role=button], [role=link], [role=tab]")];
  return controls.flatMap((control) => {
    const { left, right, top, bottom, width } = control.getBoundingClientRect();
    const hit = width > 0 ? document.elementFromPoint((left + right) / 2, (top + bottom) / 2) : null;
    return hit !== null && hit === host ? [control.getAttribute("aria-label") ?? control.textContent] : [];
  });
});

/** As high as the sites' own boxes are cut off on a small screen, in pixels. */
const SCROLLED = 200;
/** A box's controls stand between it and the chip: as many pixels as they take. */
const NEAR = 150;
/** The frame is that much larger than the chip, for its shadow. */
const SHADOW = 4;

/** The words of the draft that the chip covers, and how many pixels it stands below what is seen of the draft. */
async function chipAmong(frame, css) {
  const at = await (await frame.frameElement()).boundingBox();
  return page.evaluate(({ selector, chip, shadow }) => {
    const editor = document.querySelector(selector);
    const box = editor.parentElement.getBoundingClientRect();
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    const over = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const line of range.getClientRects()) {
        const [top, bottom] = [Math.max(line.top, box.top), Math.min(line.bottom, box.bottom)];
        const isAcross = line.left < chip.x + chip.width - shadow && line.right > chip.x + shadow;
        if (top < bottom && isAcross && top < chip.y + chip.height - shadow && bottom > chip.y + shadow) over.push(range.toString());
      }
    }
    return { over, away: chip.y - box.bottom };
  }, { selector: css, chip: at, shadow: SHADOW });
}

describe("the chip in nobody's way", () => {
  const LONG = `${RISKY} `.repeat(6).trim();
  before(async () => { browser = await launchPrimum(); });
  after(() => browser?.close());
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
  });

  for (const box of ["x-home", "x-modal", "x-reply", "x-message", "x-chat", "facebook-post", "facebook-group", "facebook-comment", "facebook-reply", "facebook-chat-tab", "messenger"]) {
    test(`${box}: no control is covered, whatever the draft's length`, async () => {
      await openBox(page, box);
      for (const text of [RISKY, LONG]) {
        await press(page, "Control+a");
        await typeInto(page, box, text);
        await until(() => modelText(page, box), (model) => model === text, { timeoutMs: 15_000, what: "the draft" });
        await shown(page, "chip", (words) => words.includes("Stop"));
        await until(covered, (names) => names.length === 0, { what: `no control covered (${text.length} characters)` });
        // The rest of a caution's words comes after a typing pause, and makes the chip longer.
        await shown(page, "chip", (words) => words.includes("Lindqvist"));
        await until(covered, (names) => names.length === 0, { what: `no control covered by the longer chip (${text.length} characters)` });
      }
    });
  }

  for (const box of ["x-home", "x-modal", "facebook-post"]) {
    test(`${box}: a long draft that the site scrolls has the chip by what is seen of it, over none of its words`, async () => {
      await openBox(page, box);
      await page.evaluate(({ css, height }) => {
        const around = document.querySelector(css)?.parentElement;
        if (around) around.style.cssText += `;max-height:${height}px;overflow-y:auto`;
      }, { css: boxOf(box).editor, height: SCROLLED });
      await page.click(boxOf(box).editor, { position: { x: 8, y: 8 } });
      const lines = Array.from({ length: 16 }, (_one, line) => (line === 5 ? RISKY : `Line ${line + 1} of many lines.`));
      await typeInto(page, box, lines.join("\n"));
      const frame = await primumFrame(page);
      for (const share of [0, 0.5, 1]) {
        await page.evaluate(({ css, share: of }) => {
          const around = document.querySelector(css)?.parentElement;
          if (around) around.scrollTop = of * (around.scrollHeight - around.clientHeight);
        }, { css: boxOf(box).editor, share });
        await shown(page, "chip", (words) => words.includes("Lindqvist"));
        await until(() => chipAmong(frame, boxOf(box).editor), ({ over, away }) => over.length === 0 && away < NEAR, { what: `the chip near, over no words (scrolled by ${share})` });
      }
    });
  }
});
