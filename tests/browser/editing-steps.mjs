// The steps of random editing: each of them as a person, an input method or the browser would do it, and whether it
// had the effect it is there for.
import { clickUntil, openPanel, wordsOf } from "./e2e-harness.mjs";
import { boxOf, modelText, press, typeInto, until } from "./harness/index.mjs";

export const WORDS = [
  "ward ", "my patient Mrs. Lindqvist ", " MRN 4839201 ", " MRN 4839201. ", " SSN 219-09-9999, ", " call 212-555-0143 ", "naïve ", "Grüße ", "日本 ",
  "مرحبا ", "x", ". ", "#tag ", "it’s ",
];
/** What is found whatever stands before it. */
export const RISKS = [" My patient's MRN is 4839201. ", " Mrs. Lindqvist in bed 12, MRN 7730915. "];
export const EMOJI = ["👩🏽‍⚕️", "🙂", "🇩🇪", "👍🏿", "é", "‏"];
export const PASTES = ["pasted MRN 7730915 words", "two\nlines", "  spaced  out ", "𝒇𝒂𝒏𝒄𝒚 stop", "tab\there"];
export const MOVES = ["ArrowLeft", "ArrowRight", "Home", "End", "ArrowUp", "ArrowDown", "Control+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowRight", "Control+Shift+ArrowLeft"];
const COMPOSED = ["にほん", "한글", "nǐhǎo"];
/** What a spelling checker or a phone's keyboard would put in a word's place. */
const CORRECTIONS = ["corrected", "their", "Grüße", "MRN"];
const PEOPLE = { "@jo": /jordan[_ ]ellis/i };
/** How long "undo" may take to show; where nothing is left to undo it never does. */
const UNDO_MS = 1000;
/** How long a list of people may take to open. */
const LIST_MS = 2000;
/** A fix comes with the finding's words, after the typing pause. */
const FIX_MS = 6000;

/** How often each kind comes in one deck: a walk deals decks, shuffled by its seed, so that every kind comes. */
export const WEIGHTS = {
  type: 6, risk: 3, emoji: 2, move: 4, erase: 3, lineBreak: 1, paste: 2, undo: 2, redo: 1, compose: 2, mention: 1, drag: 2, replace: 2, autocorrect: 2, fix: 1,
};
export const DECK = Object.values(WEIGHTS).reduce((sum, one) => sum + one, 0);

/** The minimal standard generator: the same walk for the same seed everywhere. */
export function chance(seed) {
  let state = seed % 2147483647 || 1;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

/** The cards of a deck in an order of the generator's. */
export function shuffled(list, pick) {
  const cards = [...list];
  for (let at = cards.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [cards[at], cards[other]] = [cards[other], cards[at]];
  }
  return cards;
}

/** Where the selection stands, as text to compare. */
const selectionOf = (page) => page.evaluate(() => {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = /** @type {Selection} */ (getSelection());
  const pathOf = (node) => {
    const path = [];
    for (let at = node; at?.parentNode; at = at.parentNode) path.push([...at.parentNode.childNodes].indexOf(at));
    return path.join(".");
  };
  return `${pathOf(anchorNode)}:${anchorOffset} ${pathOf(focusNode)}:${focusOffset}`;
});

/** A plain word of the draft and its rectangle, picked by a number; null where there is none. */
const wordAt = (page, css, number) => page.evaluate(([selector, at]) => {
  const root = /** @type {Element} */ (document.querySelector(/** @type {string} */ (selector)));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let node = /** @type {any} */ (walker.nextNode()); node; node = walker.nextNode()) {
    if (node.parentElement.closest(".mention, .entity")) continue;
    // A whole word to a double click: between blanks, or its neighbours would be selected with it.
    for (const { 0: word, index } of node.data.matchAll(/(?<!\S)[a-z]{4,}(?!\S)/gi)) words.push({ node, word, index });
  }
  if (words.length === 0) return null;
  const { node, word, index } = words[Number(at) % words.length];
  const range = document.createRange();
  range.setStart(node, index);
  range.setEnd(node, index + word.length);
  const { left, top, width, height } = range.getBoundingClientRect();
  return { word, left, top, width, height };
}, [css, number]);

const lettersOf = (text) => [...text.replace(/\s/g, "")].sort().join("");

/** A hand's click on the first line, where the chip never stands. */
const focus = (page, css) => page.click(css, { position: { x: 8, y: 8 } });

/** Double-clicks a word, as a person selects one; null where there is none. */
async function selectWord(page, css, pick) {
  const found = await wordAt(page, css, pick(50));
  if (found === null) return null;
  await page.mouse.dblclick(found.left + found.width / 2, found.top + found.height / 2);
  const chosen = () => page.evaluate(() => String(getSelection()));
  await until(chosen, (text) => text.trim() === found.word, { what: `"${found.word}" to be selected` });
  return found;
}

/**
 * What each kind of step does. One says by `false` that it could not be done, by `true` that it saw its own effect; of the
 * others the walk compares what they changed.
 * @param {{ page: any, box: string, client: any, pick: (below: number) => number }} walk
 */
export function stepsOn({ page, box, client, pick }) {
  const css = boxOf(box).editor;
  const one = (list) => list[pick(list.length)];
  const text = () => modelText(page, box);
  return {
    type: () => page.keyboard.type(one(WORDS)),
    risk: async () => {
      await press(page, "Control+End");
      await page.keyboard.type(one(RISKS));
    },
    emoji: () => page.keyboard.insertText(one(EMOJI)),
    move: async () => { for (let at = pick(6); at >= 0; at -= 1) await press(page, one(MOVES)); },
    erase: async () => { for (let at = pick(3); at >= 0; at -= 1) await press(page, one(["Backspace", "Delete", "Control+Backspace"])); },
    lineBreak: () => typeInto(page, box, "\n"),
    paste: async () => {
      await page.evaluate((words) => navigator.clipboard.writeText(words), one(PASTES));
      await press(page, "Control+v");
    },
    undo: async () => { for (let at = pick(2); at >= 0; at -= 1) await press(page, "Control+z"); },
    redo: () => redo({ page, text }),
    compose: () => compose(client, one(COMPOSED)),
    mention: () => mention({ page, css, text }),
    drag: () => drag({ page, css, pick, text }),
    replace: () => replaceWord({ page, css, pick, client, with: one(CORRECTIONS) }),
    autocorrect: () => autocorrect({ page, css, client, text, with: one(CORRECTIONS) }),
    fix: () => fix({ page, css, text }),
  };
}

/** What is undone is done again, to the letter. */
async function redo({ page, text }) {
  const before = await text();
  await press(page, "Control+z");
  const isUndone = await until(text, (now) => now !== before, { timeoutMs: UNDO_MS }).catch(() => null);
  if (isUndone === null) return false;
  await press(page, "Control+Shift+z");
  await until(text, (now) => now === before, { what: `what was undone to come back: ${JSON.stringify(before)}` });
  return true;
}

async function compose(client, words) {
  for (let at = 1; at <= words.length; at += 1) {
    await client.send("Input.imeSetComposition", { text: words.slice(0, at), selectionStart: at, selectionEnd: at });
  }
  await client.send("Input.insertText", { text: words });
}

/** "@" and two letters open the site's own list of people; its first entry is clicked. */
async function mention({ page, css, text }) {
  await focus(page, css);
  await press(page, "Control+End");
  await page.keyboard.type(" @jo");
  const option = await page.waitForSelector("[role=listbox] [role=option]", { timeout: LIST_MS });
  await option.click({ timeout: LIST_MS });
  await until(text, (now) => PEOPLE["@jo"].test(now), { what: "the person's name in the draft" });
  await page.waitForSelector("[role=listbox]", { state: "detached", timeout: LIST_MS });
}

/** A selected word is dragged to the draft's beginning. */
async function drag({ page, css, pick, text }) {
  await focus(page, css);
  await press(page, "Control+End");
  const first = await wordAt(page, css, 0);
  const found = await selectWord(page, css, pick);
  if (found === null || first === null || (found.left === first.left && found.top === first.top)) return false;
  const before = await text();
  await page.mouse.move(found.left + found.width / 2, found.top + found.height / 2);
  await page.mouse.down();
  await page.mouse.move(first.left + 8, first.top + first.height / 2, { steps: 4 });
  await page.mouse.move(first.left + 1, first.top + first.height / 2, { steps: 2 });
  await page.mouse.up();
  const after = await until(text, (now) => now !== before, { what: `"${found.word}" to be moved in ${JSON.stringify(before)}` });
  if (lettersOf(after) !== lettersOf(before)) throw new Error(`dragging "${found.word}" lost or doubled letters: ${JSON.stringify([before, after])}`);
  return true;
}

/**
 * What Chromium does when a suggestion of its spelling checker is chosen: the word is selected, "beforeinput" comes with
 * `insertReplacementText` and the word in its data, and where the editor leaves it to the browser, the text is put in.
 */
async function replaceWord({ page, css, pick, client, with: word }) {
  const found = await selectWord(page, css, pick);
  if (found === null) return false;
  const isHandled = await page.evaluate(([selector, replacement]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", replacement);
    const range = /** @type {Selection} */ (getSelection()).getRangeAt(0);
    const event = new InputEvent("beforeinput", /** @type {any} */ ({
      inputType: "insertReplacementText", dataTransfer, targetRanges: [new StaticRange(range)], bubbles: true, cancelable: true, composed: true,
    }));
    return !(/** @type {Element} */ (document.querySelector(selector)).dispatchEvent(event));
  }, [css, word]);
  if (!isHandled) await client.send("Input.insertText", { text: word });
  return undefined;
}

/**
 * What a phone's keyboard does: a word just written becomes the input method's, which puts another in its place. The
 * replaced range counts from the editor's beginning, so the word is written there.
 */
async function autocorrect({ page, css, client, text, with: word }) {
  const wrong = "thier";
  await focus(page, css);
  await press(page, "Control+Home");
  await page.keyboard.type(wrong);
  await until(text, (now) => now.startsWith(wrong), { what: `"${wrong}" at the beginning` });
  const caret = { selectionStart: word.length, selectionEnd: word.length };
  await client.send("Input.imeSetComposition", { text: word, ...caret, replacementStart: 0, replacementEnd: wrong.length });
  await client.send("Input.insertText", { text: word });
  await until(text, (now) => now.startsWith(word) && !now.startsWith(wrong), { what: `"${word}" in the place of "${wrong}"` });
}

/** A real fix: the panel is opened, the first fix chosen, and the clinician goes back to writing. */
async function fix({ page, css, text }) {
  // In a draft with more to change a fix that leaves the rest is not always offered.
  await focus(page, css);
  await press(page, "Control+a");
  await page.keyboard.type("we all talked it over today MRN 4839201 ");
  const before = await text();
  await until(() => wordsOf(page, "chip"), (words) => words.includes("4839201"), { what: `the finding to fix in ${JSON.stringify(before)}` });
  const frame = await openPanel(page);
  const isOffered = await until(() => frame.evaluate(() => globalThis.document.querySelector("[data-act^=fix]") !== null), Boolean, { timeoutMs: FIX_MS }).catch(() => false);
  if (!isOffered) throw new Error(`no fix for ${JSON.stringify(before)} in ${JSON.stringify(await wordsOf(page, "panel"))}`);
  await clickUntil(() => frame.click("[data-act^=fix]"), async () => (await text()) !== before, "the fix in the draft");
  await focus(page, css);
  await press(page, "Control+End");
  return true;
}

export { selectionOf };
