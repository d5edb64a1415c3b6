// Long random editing of real Draft.js and real Lexical with the shipping extension: after every step the editor's
// model, the page's DOM and the text the frame was given are the same, the marks on the screen are those the core asked
// for, and what is posted is what was written. Three seeds each time; PRIMUM_SEED repeats one, PRIMUM_STEPS makes it longer.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchPrimum, openPanel, postAnyway, primumFrame, shown, wordsOf, write } from "./e2e-harness.mjs";
import { chance, DECK, WEIGHTS, selectionOf, shuffled, stepsOn } from "./editing-steps.mjs";
import { domText, lastHeard, marksAsAnswered, tapFrames } from "./frame-tap.mjs";
import { boxOf, modelText, openBox, pause, post, postedExactly, press, until } from "./harness/index.mjs";

const SEEDS = process.env.PRIMUM_SEED ? [Number(process.env.PRIMUM_SEED)] : [20261122, 7, 48271];
const STEPS = Number(process.env.PRIMUM_STEPS ?? DECK);
/** The editors' own limit on X is 280 characters; a draft is cut back before it gets there. */
const MOST_CHARS = 200;
/** Marks are compared so often: each time costs as much as a step. */
const MARKS_EVERY = 3;
/** Marks that a walk must have compared at least: its words ask for more. */
const LEAST_MARKS = 8;
/** Of the steps of a kind, so many must have changed something: an arrow at an edge may not. */
const LEAST_EFFECT = { move: 0.25, erase: 0.5, undo: 0.5, drag: 0.5, replace: 0.5 };
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;

const KINDS = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array(weight).fill(kind));

/** One walk over one box, and what it counts. */
class Walk {
  trail = /** @type {string[]} */ ([]);
  done = /** @type {Record<string, number>} */ ({});
  effects = /** @type {Record<string, number>} */ ({});
  marks = 0;

  constructor({ page, box, seed, frame, client }) {
    Object.assign(this, { page, box, seed, frame, client, css: boxOf(box).editor, pick: chance(seed) });
    this.steps = stepsOn(this);
  }

  get where() {
    return `seed ${this.seed}, after ${this.trail.slice(-6).join(" → ")}`;
  }

  /** Waits until model, DOM and the frame's newest draft say the same. */
  async agree() {
    let last = {};
    const look = async () => (last = {
      model: await modelText(this.page, this.box), dom: await domText(this.page, this.css), frame: (await lastHeard(this.frame)).text,
    });
    await until(look, ({ model, dom, frame }) => model === dom && model === frame, { what: "agreement" })
      .catch(() => assert.fail(`${this.where}: model, DOM and the frame's draft differ: ${JSON.stringify(last)}`));
    return /** @type {any} */ (last).model;
  }

  async marked() {
    const { marks } = await marksAsAnswered(this).catch((error) => assert.fail(`${this.where}: ${error.message}`));
    this.marks += marks.length;
    return marks;
  }

  async clear() {
    await this.page.click(this.css, { position: { x: 8, y: 8 } });
    await press(this.page, "Control+a");
    await press(this.page, "Backspace");
    await until(() => modelText(this.page, this.box), (text) => text === "", { what: "an empty draft" });
  }

  async step(kind, text) {
    const selection = kind === "move" ? await selectionOf(this.page) : "";
    const could = await this.steps[kind]().catch((error) => assert.fail(`${this.where}: ${error.message}`));
    const now = await this.agree();
    const isEffect = could === true || (kind === "move" ? (await selectionOf(this.page)) !== selection : now !== text);
    if (could === false) return now;
    this.done[kind] = (this.done[kind] ?? 0) + 1;
    this.effects[kind] = (this.effects[kind] ?? 0) + (isEffect ? 1 : 0);
    return now;
  }

  async run(steps) {
    let text = await this.agree();
    let cards = /** @type {string[]} */ ([]);
    for (let at = 0; at < steps; at += 1) {
      if (text.length > MOST_CHARS) {
        this.trail.push("clear");
        await this.clear();
        text = await this.agree();
      }
      if (cards.length === 0) cards = shuffled(KINDS, this.pick);
      const kind = /** @type {string} */ (cards.pop());
      this.trail.push(kind);
      text = await this.step(kind, text);
      if (at % MARKS_EVERY === 0) await this.marked();
    }
  }

  /** Every kind of step was done, and did something. */
  assertEffects() {
    for (const kind of Object.keys(WEIGHTS)) {
      const [done, effects] = [this.done[kind] ?? 0, this.effects[kind] ?? 0];
      assert.ok(effects >= Math.ceil(done * (LEAST_EFFECT[kind] ?? 1)), `${this.where}: ${effects} of ${done} "${kind}" steps changed something`);
    }
  }
}

describe("random editing", () => {
  let browser;
  before(async () => {
    browser = await launchPrimum();
    await tapFrames(browser.context);
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  after(() => browser?.close());

  // Post and comment are the same editor.
  const plan = { "x-home": SEEDS, "facebook-post": SEEDS.slice(0, 2), "facebook-comment": SEEDS.slice(-1) };
  /** Steps that changed something, by editor and kind. */
  const totals = { x: /** @type {Record<string, number>} */ ({}), facebook: /** @type {Record<string, number>} */ ({}) };
  for (const [box, seeds] of Object.entries(plan)) {
    for (const seed of seeds) {
      test(`${box}: ${STEPS} steps, PRIMUM_SEED=${seed}`, async (t) => {
        browser.reset();
        const page = await browser.newPage();
        await openBox(page, box);
        await page.keyboard.type("start ");
        await shown(page, "chip");
        const walk = new Walk({ page, box, seed, frame: await primumFrame(page), client: await page.context().newCDPSession(page) });
        await walk.run(STEPS);
        assert.ok(walk.marks >= LEAST_MARKS, `${walk.where}: ${walk.marks} marks compared, expected ${LEAST_MARKS} at least`);
        await walk.clear();
        // Spaces at both ends: what is posted is compared to the letter.
        await page.keyboard.type("  Mrs. Lindqvist in bed 12, MRN 4839201 ");
        const text = await walk.agree();
        const marks = await walk.marked();
        assert.ok(marks.some(({ utf16_start, utf16_end }) => text.slice(utf16_start, utf16_end).includes("4839201")), JSON.stringify(marks));
        await post(page, box, "click");
        await shown(page, "pause");
        await pause(HELD_MS);
        assert.equal(browser.posted().length, 0);
        await postAnyway(page);
        assert.deepEqual((await postedExactly(browser, 1))[0].texts, [text], walk.where);
        t.diagnostic(`${box}, seed ${seed}: ${JSON.stringify(walk.effects)} of ${JSON.stringify(walk.done)}; ${walk.marks} marks compared`);
        walk.assertEffects();
        const total = totals[box.startsWith("x") ? "x" : "facebook"];
        for (const [kind, count] of Object.entries(walk.effects)) total[kind] = (total[kind] ?? 0) + count;
        await page.close();
      });
    }
  }

  for (const [site, total] of Object.entries(totals)) {
    test(`${site}: every kind of step changed something at least once`, { skip: SEEDS.length < 3 && "one seed may leave a kind out" }, () => {
      assert.deepEqual(Object.keys(WEIGHTS).filter((kind) => !total[kind]), []);
    });
  }

  // Found by the walk above: the words went from the screen and stayed in Draft.js's model, and were posted.
  for (const [draft, rest] of [
    ["ok we met and talked today @jordan_ellis   MRN 4839201 ", "ok we met and talked today @jordan_ellis "],
    ["we talked of #rounds MRN 4839201 #tea and went home at last", "we talked of #rounds #tea and went home at last"],
  ]) {
    test(`x-home: a fix beside a mention or a tag takes the words out of what is posted: ${draft}`, async () => {
      browser.reset();
      const page = await browser.newPage();
      await write(page, "x-home", draft);
      await shown(page, "chip", (words) => words.includes("4839201"));
      const frame = await openPanel(page);
      await frame.getByText("Remove the marked words").click();
      await until(() => modelText(page, "x-home"), (text) => text === rest, { what: "the words gone from the editor's model" });
      assert.equal(await domText(page, boxOf("x-home").editor), rest);
      await until(() => wordsOf(page, "panel"), (words) => !words.includes("did not take"), { what: "the panel" });
      await press(page, "Escape");
      await post(page, "x-home", "click");
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [rest]);
      await page.close();
    });
  }
});
