// Long random editing of the real editors: after every step the editor's model, the page's DOM and the page
// script's snapshot say the same, marks stand under their words, and what is posted is what was written.
// PRIMUM_STEPS makes it longer, PRIMUM_SEED another walk; a failure names its seed and its last steps.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { primumFrame, shown } from "./e2e-harness.mjs";
import { boxOf, launchChromium, modelText, openBox, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { frameOf, heardBy, launchWithPageScript, linesOn } from "./page-harness.mjs";

const STEPS = Number(process.env.PRIMUM_STEPS ?? 120);
const SEED = Number(process.env.PRIMUM_SEED ?? 20261122);
/** The editors' own limit on X is 280 characters; a draft is cut back before it gets there. */
const MOST_CHARS = 220;

/** The minimal standard generator: the same walk for the same seed everywhere. */
function chance(seed) {
  let state = seed % 2147483647 || 1;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

const WORDS = ["ward ", "cautious ", "a stopword ", "noteworthy ", "naïve ", "Grüße ", "日本 ", "مرحبا ", "x", ". ", "#tag ", "it’s "];
const EMOJI = ["👩🏽‍⚕️", "🙂", "🇩🇪", "👍🏿", "é", "‏"];
const PASTES = ["pasted cautious words", "two\nlines", "  spaced  out ", "𝒇𝒂𝒏𝒄𝒚 stopword", "tab\there"];
const MOVES = ["ArrowLeft", "ArrowRight", "Home", "End", "ArrowUp", "ArrowDown", "Control+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowRight", "Control+Shift+ArrowLeft"];

/** One step of each kind; all of them as a person or the system would do it. */
function stepsOn(page, box, client, pick) {
  const editor = boxOf(box).editor;
  const one = (list) => list[pick(list.length)];
  return {
    type: () => page.keyboard.type(one(WORDS)),
    emoji: () => page.keyboard.insertText(one(EMOJI)),
    move: async () => { for (let at = pick(6); at >= 0; at -= 1) await press(page, one(MOVES)); },
    erase: async () => { for (let at = pick(3); at >= 0; at -= 1) await press(page, one(["Backspace", "Delete", "Control+Backspace"])); },
    lineBreak: () => typeInto(page, box, "\n"),
    paste: async () => {
      await page.evaluate((words) => navigator.clipboard.writeText(words), one(PASTES));
      await press(page, "Control+v");
    },
    undo: async () => { for (let at = pick(2); at >= 0; at -= 1) await press(page, "Control+z"); },
    redo: () => press(page, "Control+Shift+z"),
    compose: async () => {
      const words = one(["にほん", "한글", "nǐhǎo"]);
      for (let at = 1; at <= words.length; at += 1) {
        await client.send("Input.imeSetComposition", { text: words.slice(0, at), selectionStart: at, selectionEnd: at });
      }
      await client.send("Input.insertText", { text: words });
    },
    mention: async () => {
      await page.keyboard.type(" @jo");
      const option = await page.waitForSelector("[role=listbox] [role=option]", { timeout: 400 }).catch(() => null);
      if (option) await option.click({ timeout: 1000 }).catch(() => undefined);
      else await page.keyboard.type(" ");
    },
    drag: async () => {
      const area = await (await page.$(editor))?.boundingBox();
      if (!area) return;
      await page.mouse.dblclick(area.x + 20 + pick(60), area.y + 12);
      await page.mouse.down();
      await page.mouse.move(area.x + 80 + pick(120), area.y + 12, { steps: 3 });
      await page.mouse.up();
    },
    fix: async () => {
      const frame = await frameOf(page);
      const before = (await heardBy(frame, "fixed")).length;
      await frame.evaluate(() => /** @type {any} */ (globalThis).fix());
      await until(() => heardBy(frame, "fixed"), (all) => all.length > before, { what: "the fix" });
    },
  };
}
/** How often each kind comes, of their sum. */
const WEIGHTS = { type: 8, emoji: 2, move: 5, erase: 3, lineBreak: 1, paste: 2, undo: 3, redo: 1, compose: 2, mention: 1, drag: 1, fix: 1 };
const KINDS = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array(weight).fill(kind));

/** The draft as the DOM has it, read in another way than the page script reads it. */
const domText = (page, selector) => page.evaluate((css) => {
  const root = /** @type {Element} */ (document.querySelector(css));
  const draft = [...root.querySelectorAll("[data-block]")].filter((block) => !block.querySelector("[data-block]"));
  const lines = (block) => [...block.querySelectorAll("br")].filter((br) => !br.hasAttribute("data-lexical-managed-linebreak") && !br.hasAttribute("data-text"));
  const text = (block) => {
    const copy = /** @type {Element} */ (block.cloneNode(true));
    const marks = lines(copy);
    for (const br of marks) br.replaceWith("\n");
    return copy.textContent ?? "";
  };
  return (draft.length > 0 ? draft : [...root.children]).map(text).join("\n");
}, selector);

/** Waits until model, DOM and snapshot say the same. */
async function agree(page, box, frame, trail) {
  let last = {};
  await until(async () => {
    const [model, dom, drafts] = [await modelText(page, box), await domText(page, boxOf(box).editor), await heardBy(frame, "draft")];
    last = { model, dom, snapshot: drafts.at(-1)?.text };
    return last;
  }, ({ model, dom, snapshot }) => model === dom && model === snapshot, { what: "model, DOM and snapshot to agree", timeoutMs: 6000 })
    .catch(() => assert.fail(`seed ${SEED}, after ${trail.slice(-6).join(" → ")}: ${JSON.stringify(last)}`));
  return /** @type {{ model: string }} */ (last).model;
}

/** No more lines than known words, and none without a word. */
async function marksFit(page, text, trail) {
  const words = text.match(/noteworthy|cautious|stopword/g)?.length ?? 0;
  // A word over two lines of the screen has two.
  await until(() => linesOn(page), (lines) => (words === 0 ? lines.length === 0 : lines.length <= words * 2), { what: `marks for ${words} words after ${trail.slice(-6).join(" → ")}` });
}

describe("random editing", () => {
  let browser;
  let page;
  before(async () => {
    browser = await launchWithPageScript();
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  after(() => browser?.close());

  for (const box of ["x-home", "facebook-post", "facebook-comment"]) {
    test(`${box}: ${STEPS} steps`, async () => {
      browser.reset();
      page = await browser.newPage();
      await openBox(page, box);
      await page.keyboard.type("start ");
      const frame = await frameOf(page);
      const client = await page.context().newCDPSession(page);
      const pick = chance(SEED);
      const steps = stepsOn(page, box, client, pick);
      const trail = [];
      let text = await agree(page, box, frame, trail);
      for (let step = 0; step < STEPS; step += 1) {
        const kind = text.length > MOST_CHARS ? "clear" : KINDS[pick(KINDS.length)];
        trail.push(kind);
        if (kind === "clear") {
          await press(page, "Control+a");
          await press(page, "Backspace");
        } else {
          await steps[kind]();
        }
        text = await agree(page, box, frame, trail);
        if (step % 10 === 0) await marksFit(page, text, trail);
      }
      await page.keyboard.type("end");
      text = await agree(page, box, frame, trail);
      await post(page, box, "click");
      if (/cautious|stopword/.test(text)) await frame.click("#post");
      const [sent] = await postedExactly(browser, 1);
      assert.equal(sent.texts.join("\n\n").trim(), text.trim(), `seed ${SEED}`);
      await page.close();
    });
  }

  test("many tabs: each keeps its own draft", async () => {
    browser.reset();
    const pages = [];
    for (let at = 0; at < 6; at += 1) {
      const tab = await browser.newPage();
      pages.push(tab);
      const box = at % 2 === 0 ? "x-home" : "facebook-post";
      await openBox(tab, box);
      await typeInto(tab, box, `tab ${at} is cautious`);
    }
    for (const [at, tab] of pages.entries()) {
      await tab.bringToFront();
      const frame = await frameOf(tab);
      await until(() => heardBy(frame, "draft"), (all) => all.at(-1)?.text === `tab ${at} is cautious`, { what: `tab ${at}` });
      await until(() => linesOn(tab), (lines) => lines.length === 1, { what: `one mark in tab ${at}` });
      await tab.close();
    }
  });

  for (const [box, site] of [["x-home", "x"], ["facebook-post", "facebook"]]) {
    test(`${box}: a site that renames everything is still read, and that something is missing is said`, async () => {
      const tab = await browser.newPage();
      const { editor } = boxOf(box);
      await openBox(tab, box);
      await tab.keyboard.type("a cautious word");
      const frame = await frameOf(tab);
      await until(() => linesOn(tab), (lines) => lines.length === 1, { what: "the mark" });
      const [dialog] = await tab.$$(editor);
      await tab.evaluate(rename);
      await dialog.evaluate((one) => { one.blur(); one.focus(); });
      await tab.keyboard.type(" stopword");
      await until(() => heardBy(frame, "draft"), (all) => all.some((one) => one.text.includes("stopword")), { what: "the text, read in the way of any editor" });
      const boxes = await until(() => heardBy(frame, "box"), (all) => all.some((one) => one.state !== "watching" || one.missing), { what: "a word about what is missing" });
      const named = boxes.find((one) => one.missing)?.missing ?? boxes.find((one) => one.state !== "watching")?.state;
      assert.match(named, new RegExp(`^(${site}|generic)\\.|unknown_layout|unreadable`));
      await tab.close();
    });
  }
});

/** What a new release of a site does: other test ids, other labels, nothing of the editor's own attributes. */
function rename() {
  for (const one of [...document.querySelectorAll("body *")]) {
    for (const name of one.getAttributeNames()) {
      if (/^data-(testid|block|contents|text|editor|offset-key|lexical-)/.test(name) || /^aria-(label|placeholder)$/.test(name)) one.removeAttribute(name);
    }
    if (/^(dialog|button|textbox)$/.test(one.getAttribute("role") ?? "")) one.removeAttribute("role");
    if (/DraftEditor/.test(one.className)) one.className = "r-1";
  }
}

/** Like a grammar checker: writes attributes and elements beside the editor, and rewrites a word by itself. */
const REWRITER = `addEventListener("input", (event) => {
  const editor = event.composedPath().find((one) => one.isContentEditable !== undefined && one.getAttribute?.("contenteditable") === "true");
  if (!editor) return;
  editor.setAttribute("data-gramm", String(Date.now()));
  if (!document.querySelector("grammar-overlay")) editor.parentElement.append(document.createElement("grammar-overlay"));
  const selection = getSelection();
  const node = selection.focusNode;
  const at = node?.nodeType === 3 ? node.data.indexOf("teh ") : -1;
  if (at < 0) return;
  setTimeout(() => {
    selection.setBaseAndExtent(node, at, node, at + 3);
    setTimeout(() => document.execCommand("insertText", false, "the"), 60);
  }, 0);
}, true);
addEventListener("keydown", (event) => { if (event.key === "F7") event.stopImmediatePropagation(); }, true);`;

describe("two extensions at once", () => {
  let browser;
  const other = mkdtempSync(join(tmpdir(), "primum-rewriter-"));
  before(async () => {
    writeFileSync(join(other, "rewriter.js"), REWRITER);
    writeFileSync(join(other, "manifest.json"), JSON.stringify({
      manifest_version: 3, name: "Rewriter", version: "1",
      content_scripts: [{ matches: ["https://x.com/*", "https://www.facebook.com/*"], js: ["rewriter.js"], run_at: "document_start" }],
    }));
    browser = await launchChromium({ extensionDir: `${join(DIST, "chromium")},${other}` });
  });
  after(async () => {
    await browser?.close();
    rmSync(other, { recursive: true });
  });

  for (const box of ["x-home", "facebook-post"]) {
    test(`${box}: another extension rewrites the draft; what is held and posted is what stands there`, async () => {
      browser.reset();
      const page = await browser.newPage();
      await openBox(page, box);
      await page.keyboard.type("I saw teh ");
      await until(() => modelText(page, box), (text) => text === "I saw the ", { what: "the other extension's change" });
      await press(page, "Control+End");
      await page.keyboard.type("chart of my patient Mrs. Lindqvist");
      await shown(page, "chip", (words) => words.includes("Lindqvist"));
      await post(page, box, "click");
      await shown(page, "pause");
      assert.equal(browser.posted().length, 0);
      const frame = await primumFrame(page);
      await frame.check("[data-act=other]");
      await frame.click("[data-act=post]");
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual(sent.texts, ["I saw the chart of my patient Mrs. Lindqvist"]);
      await page.close();
    });
  }
});
