// The shipping build's marks stand under the right words on both sites: after edits in the middle of the text, through
// line breaks, mentions and emoji, between words written right to left, and at the end of the longest draft there is.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { boxOf, modelText, openBox, press, typeInto, until } from "./harness/index.mjs";
import { freshPages, shown, write } from "./e2e-harness.mjs";
import { linesOn, marksAre } from "./page-harness.mjs";

const BOXES = ["x-home", "facebook-post"];
const NAME = "Mrs. Lindqvist";
const RECORD = "MRN 4471902";
const SENTENCE = `${NAME} in bed 12 finally slept`;
/** What else is noted of these words is the rules' matter. */
const STOPS = ["stop"];
/** Facebook's own limit of a post, in UTF-16 units. */
const LONGEST = 63_206;
/** Lexical takes that long a paste in one piece, and each of its updates costs. */
const LONG_MS = 30_000;

let browser;
let page;

const stopsAre = (box, words) => marksAre(page, boxOf(box).editor, words.map((word) => [word, "stop"]), STOPS);
const stopsOn = async () => (await linesOn(page)).filter((line) => line.severity === "stop");
const modelIs = (box, text, limit = {}) => until(() => modelText(page, box), (model) => model === text, { what: "the draft in the editor's model", ...limit });

/** What stands before the caret in a draft of one line. */
const beforeCaret = (css) => page.evaluate((selector) => {
  const { focusNode, focusOffset } = getSelection();
  const range = document.createRange();
  range.setStart(document.querySelector(selector), 0);
  range.setEnd(focusNode, focusOffset);
  return range.toString();
}, css);

/** Takes the caret by the arrow keys to where `words` end; a key that an editor loses is pressed again. */
async function caretAfter(box, words) {
  await press(page, "Control+Home");
  await until(async () => {
    const before = await beforeCaret(boxOf(box).editor);
    if (before !== words) await press(page, before.length < words.length ? "ArrowRight" : "ArrowLeft");
    return before;
  }, (before) => before === words, { what: `the caret after ${words}` });
}

/** A person chosen from the site's own list becomes a node of its own on Facebook, an entity on X. */
async function mention() {
  await page.keyboard.type("@jo");
  const option = await page.waitForSelector("[role=listbox] [role=option]");
  await option.click();
}

/** The characters that stand above a line, asked of the browser point by point: not by the ranges that made the line. */
const wordsAbove = (line) => page.evaluate(({ left, right, bottom }) => {
  const letters = new Set();
  for (let x = left + 1; x < right - 1; x += 1) {
    const caret = /** @type {any} */ (document).caretPositionFromPoint(x, bottom - 7);
    const node = caret?.offsetNode;
    if (node?.nodeType !== Node.TEXT_NODE) continue;
    for (const at of [caret.offset - 1, caret.offset]) {
      if (at < 0 || at >= node.data.length) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const seen = range.getBoundingClientRect();
      if (seen.left <= x && x <= seen.right) letters.add(at);
    }
    globalThis.lastNode = node;
  }
  const places = [...letters].sort((a, b) => a - b);
  return places.map((at) => globalThis.lastNode.data[at]).join("");
}, line);

describe("marks of the shipping build", () => {
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  for (const box of BOXES) {
    test(`${box}: emoji, mentions and line breaks put into the middle of a draft`, async () => {
      const draft = `So 👩🏽‍⚕️ tired, ${SENTENCE} 🙂 and so did I`;
      await write(page, box, draft);
      await stopsAre(box, [NAME]);
      await caretAfter(box, "So 👩🏽‍⚕️ ");
      await page.keyboard.insertText("🎉👍🏿");
      await modelIs(box, draft.replace("⚕️ ", "⚕️ 🎉👍🏿"));
      await stopsAre(box, [NAME]);
      await page.keyboard.type(" ");
      await mention();
      await until(() => modelText(page, box), (text) => /@?[Jj]ordan[_ ][Ee]llis/.test(text), { what: "the mention" });
      await stopsAre(box, [NAME]);
      await typeInto(page, box, "\n\n🇩🇪 ");
      await until(() => modelText(page, box), (text) => text.includes("\n\n🇩🇪 "), { what: "the line breaks" });
      await stopsAre(box, [NAME]);
      await press(page, "Control+End");
      await page.keyboard.type(` 🙂 ${RECORD} 🏥.`);
      await stopsAre(box, [NAME, RECORD]);
    });

    test(`${box}: an edit inside the marked words takes the mark away and brings it back`, async () => {
      const draft = `🙂 ${SENTENCE}.`;
      await write(page, box, draft);
      await stopsAre(box, [NAME]);
      await caretAfter(box, "🙂 Mrs. ");
      for (let left = "Mrs. ".length; left > 0; left -= 1) await press(page, "Backspace");
      await modelIs(box, draft.replace("Mrs. ", ""));
      await until(() => stopsOn(), (lines) => lines.length === 0, { what: "no stop for a name without its title" });
      await page.keyboard.type("Mrs. ");
      await modelIs(box, draft);
      await stopsAre(box, [NAME]);
    });

    for (const [script, before, after] of [
      ["Arabic", "الحمد لله على كل حال، ", " مع السلامة"],
      ["Hebrew", "שבוע טוב לכולם, ", " לילה טוב"],
    ]) {
      test(`${box}: the mark stands under an English name between ${script} words`, async () => {
        await openBox(page, box);
        for (const part of [before, `${SENTENCE}.`, after]) await page.keyboard.insertText(part);
        await modelIs(box, `${before}${SENTENCE}.${after}`);
        await stopsAre(box, [NAME]);
        const [line] = await stopsOn();
        assert.equal(await wordsAbove(line), NAME);
      });
    }
  }

  // What stands around a box does not always cut it off: the body where the window scrolls, anything where the box is fixed.
  for (const [box, how, prepare] of /** @type {[string, string, (page: any) => Promise<unknown>][]} */ ([
    ["x-home", "in a window narrower than the page", (one) => one.setViewportSize({ width: 800, height: 600 })],
    ["x-home", "below the first screen of a body that is as high as the window", (one) => one.evaluate((css) => {
      document.documentElement.style.height = "100%";
      document.body.style.cssText = "height:100%;overflow-y:scroll";
      const above = document.createElement("div");
      above.style.height = "1500px";
      document.querySelector(css)?.closest(".composer")?.before(above);
      scrollTo(0, 1400);
    }, boxOf("x-home").editor)],
    ["x-home", "on a page that zooms its root element", (one) => one.evaluate(() => { document.documentElement.style.zoom = "1.25"; })],
    ["facebook-chat-tab", "fixed to the window, from inside a box of no height that hides what overflows", (one) => one.evaluate(() => {
      const around = document.querySelector(".chat")?.parentElement;
      if (around) around.style.cssText = "height:0;overflow:hidden";
    })],
  ])) {
    test(`${box}: ${how}`, async () => {
      await openBox(page, box);
      await prepare(page);
      await page.click(boxOf(box).editor, { position: { x: 8, y: 8 } });
      await page.keyboard.type(`Hello, ${NAME} in bed 12 cried again, ${RECORD}`);
      await shown(page, "chip", (words) => words.includes("Stop"));
      await stopsAre(box, [NAME, RECORD]);
    });
  }

  test(`facebook-post: at the end of ${LONGEST} characters, and after an edit there`, async () => {
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const end = `\nMy patient ${NAME}, ${RECORD}, finally slept.`;
    const piece = "Proud of our whole night team 🙂, coffee is on me tomorrow.\n";
    const filler = piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST - end.length - 1);
    const draft = `${filler}x${end}`;
    assert.equal(draft.length, LONGEST);
    await openBox(page, "facebook-post");
    await page.evaluate((text) => navigator.clipboard.writeText(text), draft);
    await press(page, "Control+v");
    await modelIs("facebook-post", draft, { timeoutMs: LONG_MS });
    await shown(page, "chip", (words) => words.includes("Stop"), { timeoutMs: LONG_MS });
    await press(page, "Control+End");
    await stopsAre("facebook-post", [NAME, RECORD]);
    // Before the name: the paragraph is two lines of the screen high.
    await press(page, "ArrowUp");
    await press(page, "Home");
    await page.keyboard.insertText("🙂 So: ");
    await modelIs("facebook-post", draft.replace(end, end.replace("\n", "\n🙂 So: ")), { timeoutMs: LONG_MS });
    await stopsAre("facebook-post", [NAME, RECORD]);
  });
});
