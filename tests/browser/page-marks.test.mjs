// Marks stand under the right words, in real Draft.js, real Lexical and real text fields, whatever is edited.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { boxOf, modelText, openBox, press, typeInto, until } from "./harness/index.mjs";
import { draftSeen, launchWithPageScript, linesOn, marksAre } from "./page-harness.mjs";

const RICH = ["x-home", "x-modal", "x-message", "facebook-post", "facebook-comment", "messenger"];
const FIELDS = ["x-mobile", "x-chat"];

/** What both readers must give: the editor's own text. */
async function sameAsModel(page, id) {
  const text = await modelText(page, id);
  return draftSeen(page, (d) => d.text === text);
}

describe("marks", () => {
  let browser;
  let page;
  before(async () => {
    browser = await launchWithPageScript();
    page = await browser.newPage();
  });
  after(() => browser?.close());

  for (const id of RICH) {
    const { editor } = boxOf(id);

    test(`${id}: emoji, line breaks and mentions before the words`, async () => {
      await openBox(page, id);
      await typeInto(page, id, "👩🏽‍⚕️ hi @jordan_ellis #rounds\n\na cautious 🏥 stopword\nnoteworthy");
      await sameAsModel(page, id);
      await marksAre(page, editor, [["cautious", "caution"], ["stopword", "stop"], ["noteworthy", "note"]]);
    });

    test(`${id}: edits before, inside and after a marked word`, async () => {
      await openBox(page, id);
      await typeInto(page, id, "one cautious two");
      await marksAre(page, editor, [["cautious", "caution"]]);
      await press(page, "Control+Home");
      await page.keyboard.type("zero 🙂 ");
      await marksAre(page, editor, [["cautious", "caution"]]);
      await press(page, "End");
      await page.keyboard.type(" and noteworthy");
      await marksAre(page, editor, [["cautious", "caution"], ["noteworthy", "note"]]);
      await press(page, "Control+Home");
      for (let i = 0; i < "zero 🙂 one cau".length - 1; i += 1) await press(page, "ArrowRight");
      await page.keyboard.type("x");
      await sameAsModel(page, id);
      await marksAre(page, editor, [["noteworthy", "note"]]);
      await press(page, "Backspace");
      await marksAre(page, editor, [["cautious", "caution"], ["noteworthy", "note"]]);
    });

    test(`${id}: a line break put before a marked word takes the mark along`, async () => {
      await openBox(page, id);
      await typeInto(page, id, "two cautious words");
      await marksAre(page, editor, [["cautious", "caution"]]);
      await press(page, "Control+Home");
      for (let i = 0; i < 4; i += 1) await press(page, "ArrowRight");
      await typeInto(page, id, "\n");
      await sameAsModel(page, id);
      await marksAre(page, editor, [["cautious", "caution"]]);
    });

    test(`${id}: random edits end in the editor's own text`, async () => {
      await openBox(page, id);
      const sends = boxOf(id).ways.includes("enter");
      const pieces = ["a", " ", "🙂", "é", "cautious ", "@pat_doe ", sends ? null : "\n", "Left", "Left", "Backspace", "Home", "End", "noteworthy"];
      let seed = 7;
      for (let i = 0; i < 40; i += 1) {
        seed = (seed * 48271) % 2147483647;
        const piece = pieces[seed % pieces.length];
        if (piece === null) await press(page, "Shift+Enter");
        else if (piece === "\n") await press(page, "Enter");
        else if (piece === "Left") await press(page, "ArrowLeft");
        else if (["Backspace", "Home", "End"].includes(piece)) await press(page, piece);
        else await page.keyboard.insertText(piece);
      }
      await sameAsModel(page, id);
    });
  }

  for (const [id, zoomed] of FIELDS.flatMap((field) => [[field, ""], [field, "html"], [field, "body"]])) {
    test(`${id}: a text field's words, measured in a copy${zoomed && `, where the page zooms its ${zoomed}`}`, async () => {
      const { editor } = boxOf(id);
      await openBox(page, id);
      if (zoomed) await page.evaluate((css) => { /** @type {HTMLElement} */ (document.querySelector(css)).style.zoom = "1.25"; }, zoomed);
      await typeInto(page, id, "so cautious");
      await draftSeen(page, (d) => d.text === "so cautious");
      const [line] = await until(() => linesOn(page), (lines) => lines.length === 1, { what: "one line" });
      const field = await page.evaluate((css) => {
        const element = document.querySelector(css);
        const style = getComputedStyle(element);
        const context = document.createElement("canvas").getContext("2d");
        context.font = style.font;
        const at = element.getBoundingClientRect();
        const start = parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
        const onScreen = (px) => at.left + (start + px) * element.currentCSSZoom;
        return { left: onScreen(context.measureText("so ").width), right: onScreen(context.measureText("so cautious").width), top: at.top, bottom: at.bottom };
      }, editor);
      assert.ok(Math.abs(line.left - field.left) < 2 && Math.abs(line.right - field.right) < 2, JSON.stringify({ line, field }));
      assert.ok(line.bottom > field.top && line.bottom <= field.bottom + 4);
    });
  }

  test("marks follow scrolling and resizing, and leave with the text", async () => {
    const { editor } = boxOf("x-home");
    await page.setViewportSize({ width: 1280, height: 720 });
    await openBox(page, "x-home");
    await typeInto(page, "x-home", "one cautious two");
    await marksAre(page, editor, [["cautious", "caution"]]);
    await page.evaluate(() => { document.body.style.minHeight = "3000px"; });
    await page.mouse.wheel(0, 30);
    await marksAre(page, editor, [["cautious", "caution"]]);
    await page.setViewportSize({ width: 900, height: 600 });
    await marksAre(page, editor, [["cautious", "caution"]]);
    await page.evaluate(() => scrollTo(0, 2000));
    await until(() => linesOn(page), (lines) => lines.length === 0, { what: "no line for a box out of sight" });
    await page.evaluate(() => scrollTo(0, 0));
    await marksAre(page, editor, [["cautious", "caution"]]);
    await press(page, "Control+a");
    await press(page, "Backspace");
    await until(() => linesOn(page), (lines) => lines.length === 0, { what: "no line without text" });
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test("the page finds neither marks nor frame, and nothing of ours gets into the editor", async () => {
    await openBox(page, "x-home");
    await typeInto(page, "x-home", "one cautious two");
    await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
    const seen = await page.evaluate((css) => ({
      frames: window.length,
      iframes: document.querySelectorAll("iframe").length,
      open: [...document.documentElement.children].filter((e) => e.shadowRoot).length,
      severities: document.querySelectorAll("[data-severity]").length,
      highlights: CSS.highlights.size,
      inside: document.querySelector(css).closest(".composer").innerHTML.includes("primum"),
    }), boxOf("x-home").editor);
    assert.deepEqual(seen, { frames: 0, iframes: 0, open: 0, severities: 0, highlights: 0, inside: false });
  });
});
