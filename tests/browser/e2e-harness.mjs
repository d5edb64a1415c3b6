// What the end-to-end tests share: the shipping extension, and a look into its frame as a person would see it.
import { join } from "node:path";
import { after, before } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { boxOf, closeFirstRun, launchChromium, modelText, openBox, typeInto, until } from "./harness/index.mjs";

/** @param {object} [launch] options of the browser */
export async function launchPrimum(launch = {}) {
  const browser = await launchChromium({ extensionDir: join(DIST, "chromium"), ...launch });
  await browser.extensionId();
  await closeFirstRun(browser.context);
  return browser;
}

/** Longer than the page script waits for an answer: what is still held then is held for good. */
export const HELD_MS = 450;

/**
 * One browser for the tests of a suite, and a fresh page before each of them: what it gives back opens that page.
 * @param {object} [launch] options of the browser
 */
export function freshPages(launch) {
  let browser;
  let page;
  before(async () => { browser = await launchPrimum(launch); });
  after(() => browser?.close());
  return async () => {
    browser.reset();
    await page?.close();
    page = await browser.newPage();
    return { browser, page };
  };
}

/** How long a chip may take to be there, on a busy machine. */
const OPEN_MS = 10_000;
/** Longer than a page's task on a busy machine. */
const TURN_MS = 60;

/** The Primum frame's document. */
export function primumFrame(page) {
  return until(() => page.frames().find((frame) => frame.url().includes("/frame.html")), (found) => found !== undefined, { what: "the Primum frame" });
}

/** The words of a view in the frame as it is now, "" while there is none. */
export async function wordsOf(page, view) {
  const frame = page.frames().find((one) => one.url().includes("/frame.html"));
  return (await frame?.evaluate((css) => globalThis.document.querySelector(css)?.innerText ?? "", `.${view}`).catch(() => "")) ?? "";
}

/** Opens the panel from the chip and gives the frame. */
export async function openPanel(page) {
  await shown(page, "chip");
  const frame = await primumFrame(page);
  await clickUntil(() => frame.click(".chip", { timeout: OPEN_MS }), async () => (await wordsOf(page, "panel")) !== "", "the panel");
  return frame;
}

/** Waits for a view in the frame and gives its words: "chip", "panel" or "pause"; `limit` as for `until`. */
export async function shown(page, view, test = (_words) => true, limit = {}) {
  let last = "(no frame)";
  const words = async () => {
    last = await wordsOf(page, view);
    return last;
  };
  return until(words, (text) => text !== "" && test(text), { what: `the ${view}`, ...limit }).catch((error) => {
    throw new Error(`${error.message}; last seen: ${JSON.stringify(last)}`);
  });
}

/**
 * Waits until the words written last were checked and nothing was found. A chip that says so may still speak of fewer
 * words: a press then is held for the answer and posted by Primum, not by the browser's own event.
 */
export async function nothingFound(page) {
  const isClear = (words) => words.includes("Nothing found");
  await shown(page, "chip", isClear);
  // The page reads and asks, the frame answers, the page hears it.
  for (const place of [page, await primumFrame(page), page]) await place.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), TURN_MS);
  await shown(page, "chip", isClear);
}

/** How long a click in the frame may take to show, on a busy machine, before it is done again. */
const CLICK_MS = 1000;

/**
 * Clicks until something comes of it. The browser process hits a frame that has just grown to the whole window, or
 * shrunk again, only when it has heard of its new size; a click before that falls on the other document, as a person's
 * would.
 * @param {() => Promise<void>} click
 * @param {() => Promise<boolean>} done
 */
export async function clickUntil(click, done, what) {
  for (let tries = 0; ; tries += 1) {
    await click().catch((error) => { if (tries === 0) throw error; });
    try {
      return await until(done, Boolean, { timeoutMs: CLICK_MS * (tries + 1), what });
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

/** "Post anyway": a reason where one is asked for, then the button, when its seconds are over. */
export async function postAnyway(page) {
  const frame = await primumFrame(page);
  if (await frame.$("[data-act=other]")) await clickUntil(() => frame.click("[data-act=other]"), () => frame.isChecked("[data-act=other]"), "the reason");
  await until(() => frame.isDisabled("[data-act=post]"), (disabled) => !disabled, { timeoutMs: 10_000, what: "the way on" });
  // A draft that changed meanwhile is asked about anew: then the way on is closed again.
  const isOpen = () => frame.evaluate(() => globalThis.document.querySelector("[data-act=post]:enabled") !== null).catch(() => false);
  await clickUntil(() => frame.click("[data-act=post]"), async () => !(await isOpen()), "the dialog to close");
}

/** The dialog, once the keyboard is in it: it is drawn before the page has handed the focus over. */
export async function pauseFocused(page) {
  const words = await shown(page, "pause");
  const frame = await primumFrame(page);
  const focused = () => frame.evaluate(() => globalThis.document.hasFocus() && globalThis.document.activeElement?.getAttribute("data-act"));
  await until(focused, (act) => act === "edit", { what: "the focus on Edit" });
  return words;
}

/** Opens a box, types, and waits until the editor's own model has the text. */
export async function write(page, box, text, query) {
  await openBox(page, box, query);
  await typeInto(page, box, text);
  await until(() => modelText(page, box), (model) => model === text, { what: "the draft in the editor's model" });
}

/** Waits until the keyboard is the draft's again: the frame's own view is there before the page has given it back. */
export function caretBack(page, box) {
  const isIn = (css) => globalThis.document.querySelector(css)?.contains(globalThis.document.activeElement);
  return until(() => page.evaluate(isIn, boxOf(box).editor), Boolean, { what: "the caret back in the draft" });
}
