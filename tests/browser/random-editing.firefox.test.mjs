// Long random editing of real Draft.js and real Lexical in Firefox with the shipping extension. The driver cannot look
// into the frame: after every step the editor's model and the page's DOM are the same, fixes are made from the pause by
// keyboard, and what is posted is what was written. PRIMUM_SEED repeats a walk, PRIMUM_STEPS makes it longer.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { chance, EMOJI, MOVES, PASTES, RISKS, shuffled, WORDS } from "./editing-steps.mjs";
import { domText } from "./frame-tap.mjs";
import { boxOf, launchFirefox, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const SEEDS = process.env.PRIMUM_SEED ? [Number(process.env.PRIMUM_SEED)] : [20261122, 48271];
/** How often each kind comes in one deck. */
const WEIGHTS = { type: 6, risk: 3, emoji: 2, move: 4, erase: 3, lineBreak: 1, paste: 3, undo: 2, fix: 2 };
const KINDS = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array(weight).fill(kind));
const STEPS = Number(process.env.PRIMUM_STEPS ?? KINDS.length);
/** The editors' own limit on X is 280 characters; a draft is cut back before it gets there. */
const MOST_CHARS = 200;
/** The frame's start, on a busy machine; until then a press would only wait for its answer. */
const START_MS = 2500;
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 700;

describe("random editing in Firefox", () => {
  let browser;
  let page;
  before(async () => {
    browser = await launchFirefox({ extensionDir: join(DIST, "firefox"), preferences: { "dom.events.testing.asyncClipboard": true } });
    page = await browser.newPage();
    await page.bringToFront();
  });
  after(() => browser?.close());
  beforeEach(() => browser.reset());

  const isInEditor = (css) => page.evaluate((selector) => document.querySelector(selector)?.contains(document.activeElement) ?? false, css);
  const isInPause = () => page.evaluate(() => /^[a-z]{10}-[a-z]{10}$/.test(document.activeElement?.localName ?? ""));

  async function clear(box) {
    // On the first line, where the chip never stands.
    await page.click(boxOf(box).editor, { offset: { x: 8, y: 8 } });
    await press(page, "Control+a");
    await press(page, "Backspace");
    await until(() => modelText(page, box), (text) => text === "", { what: "an empty draft" });
  }

  async function held(box) {
    await pause(START_MS);
    await post(page, box, "click");
    await until(isInPause, Boolean, { what: "the pause" });
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  }

  /** The pause stands with the focus on Edit; the first fix is a key away. */
  async function fix(box) {
    await clear(box);
    await page.keyboard.type("we all talked it over today MRN 4839201 ");
    await held(box);
    for (const key of ["Tab", "Enter"]) await press(page, key);
    await until(() => modelText(page, box), (text) => !text.includes("4839201"), { what: "the fix in the model" });
    if (await isInPause()) await press(page, "Escape");
    await until(() => isInEditor(boxOf(box).editor), Boolean, { what: "the caret back in the draft" });
    await press(page, "Control+End");
  }

  const stepsOn = (box, pick) => {
    const one = (list) => list[pick(list.length)];
    return {
      type: () => page.keyboard.type(one(WORDS)),
      risk: async () => {
        await press(page, "Control+End");
        await page.keyboard.type(one(RISKS));
      },
      emoji: () => page.keyboard.type(one(EMOJI)),
      move: async () => { for (let at = pick(6); at >= 0; at -= 1) await press(page, one(MOVES)); },
      erase: async () => { for (let at = pick(3); at >= 0; at -= 1) await press(page, one(["Backspace", "Delete", "Control+Backspace"])); },
      lineBreak: () => typeInto(page, box, "\n"),
      paste: async () => {
        await page.evaluate((words) => navigator.clipboard.writeText(words), one(PASTES));
        await press(page, "Control+v");
      },
      undo: async () => { for (let at = pick(2); at >= 0; at -= 1) await press(page, "Control+z"); },
      fix: () => fix(box),
    };
  };

  for (const [box, seeds] of Object.entries({ "x-home": SEEDS, "facebook-post": SEEDS.slice(-1) })) {
    for (const seed of seeds) {
      test(`${box}: ${STEPS} steps, PRIMUM_SEED=${seed}`, async () => {
        const { editor } = boxOf(box);
        const trail = /** @type {string[]} */ ([]);
        const changed = new Set();
        const pick = chance(seed);
        await openBox(page, box);
        await page.keyboard.type("start ");
        await pause(START_MS);
        const steps = stepsOn(box, pick);
        const agree = async () => {
          let last = {};
          const look = async () => (last = { model: await modelText(page, box), dom: await domText(page, editor) });
          await until(look, ({ model, dom }) => model === dom).catch(() => assert.fail(`seed ${seed}, after ${trail.slice(-6).join(" → ")}: model and DOM differ: ${JSON.stringify(last)}`));
          return /** @type {any} */ (last).model;
        };
        let text = await agree();
        let cards = /** @type {string[]} */ ([]);
        for (let at = 0; at < STEPS; at += 1) {
          if (text.length > MOST_CHARS) await clear(box);
          if (cards.length === 0) cards = shuffled(KINDS, pick);
          const kind = /** @type {string} */ (cards.pop());
          trail.push(kind);
          await steps[kind]();
          const now = await agree();
          if (now !== text) changed.add(kind);
          text = now;
        }
        assert.deepEqual(Object.keys(WEIGHTS).filter((kind) => kind !== "move" && !changed.has(kind)), [], "kinds that changed nothing");
        await clear(box);
        // Spaces at both ends: what is posted is compared to the letter.
        await page.keyboard.type("  Mrs. Lindqvist in bed 12, MRN 4839201 ");
        const draft = await agree();
        await held(box);
        // The reasons stand before Edit; after it the first fix, then the way on.
        for (const key of ["Shift+Tab", "Space", "Tab", "Tab", "Tab", "Enter"]) await press(page, key);
        assert.deepEqual((await postedExactly(browser, 1))[0].texts, [draft]);
      });
    }
  }
});
