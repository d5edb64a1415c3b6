// Every compose box of the practice pages: where it is, how it is opened, where its Post control is.
// Works on a Playwright page and on a Puppeteer page alike. Selectors hold in every language.

import { pause } from "./wait.mjs";

const DIALOG = '[role="dialog"]:not([hidden])';
const OPENER = ".opener [role=button]";

/** @typedef {"click" | "enter" | "ctrl-enter" | "ctrl-shift-enter" | "button-enter" | "button-space"} Way */

/**
 * @typedef {object} Box
 * @property {string} url
 * @property {string[]} [clicks] what to click before the box is there
 * @property {string} editor
 * @property {string} button
 * @property {string} name the box's name in `__practice.texts()`
 * @property {string} surface as the server records it
 * @property {Way[]} ways every way in which it posts
 * @property {string[]} [steps] buttons to click before `button` is there
 */

/** @type {Way[]} */
const POST_WAYS = ["click", "ctrl-enter", "ctrl-shift-enter", "button-enter", "button-space"];
/** @type {Way[]} */
const SEND_WAYS = ["click", "enter", "button-enter", "button-space"];
/** @type {Way[]} */
const BUTTON_WAYS = ["click", "button-enter", "button-space"];

const tweetBox = { editor: '[data-testid="tweetTextarea_0"]', name: "tweetTextarea_0", ways: POST_WAYS };
const inline = { ...tweetBox, button: '[data-testid="tweetButtonInline"]' };
const modal = { ...tweetBox, editor: `#layers ${tweetBox.editor}`, button: '#layers [data-testid="tweetButton"]' };
const dialog = { editor: `${DIALOG} [data-lexical-editor]`, button: `${DIALOG} .primary`, ways: BUTTON_WAYS };
const comment = { editor: 'form[role="presentation"] [data-lexical-editor]', button: "#focused-state-composer-submit [role=button]", ways: SEND_WAYS };
const messenger = { button: ".messageBox [role=button]", ways: SEND_WAYS, surface: "message" };

/** @type {Record<string, Box>} */
export const BOXES = {
  "x-home": { ...inline, url: "https://x.com/home", surface: "home" },
  "x-modal": { ...modal, url: "https://x.com/compose/post", surface: "modal" },
  "x-modal-by-navigation": { ...modal, url: "https://x.com/home", clicks: ['[data-testid="SideNav_NewTweet_Button"]'], surface: "modal" },
  "x-reply": { ...inline, url: "https://x.com/jordan_ellis/status/9001", surface: "reply" },
  "x-reply-modal": { ...modal, url: "https://x.com/home", clicks: ['[data-testid="reply"]'], surface: "reply_modal" },
  "x-quote": { ...modal, url: "https://x.com/home", clicks: ['[data-testid="retweet"]'], surface: "quote" },
  "x-mobile": { ...inline, editor: '[data-testid="tweetTextarea_0"] textarea', url: "https://mobile.x.com/home", surface: "home", ways: POST_WAYS },
  "x-message": {
    url: "https://x.com/messages/42-1001", editor: '[data-testid="dmComposerTextInput"]', button: '[data-testid="dmComposerSendButton"]',
    name: "dmComposerTextInput", surface: "message", ways: SEND_WAYS,
  },
  "x-chat": {
    url: "https://x.com/i/chat/42-1001", editor: '[data-testid="dm-composer-textarea"]', button: '[data-testid="dm-composer-send-button"]',
    name: "dm-composer-textarea", surface: "chat", ways: SEND_WAYS,
  },
  "x-bio": {
    url: "https://x.com/settings/profile", editor: 'textarea[name="description"]', button: '[data-testid="Profile_Save_Button"]',
    name: "description", surface: "bio", ways: BUTTON_WAYS,
  },
  "facebook-post": { ...dialog, url: "https://www.facebook.com/?as=person", clicks: [OPENER], name: "post", surface: "post" },
  "facebook-group": { ...dialog, url: "https://www.facebook.com/groups/314159265358979?as=person", clicks: [OPENER], name: "group", surface: "group" },
  "facebook-page": {
    ...dialog, url: "https://www.facebook.com/?as=page", clicks: [OPENER], name: "page", surface: "page", steps: [`${DIALOG} .primary`],
  },
  "facebook-comment": { ...comment, editor: `.story > ${comment.editor}`, url: "https://www.facebook.com/?as=person", name: "comment-7001", surface: "comment" },
  "facebook-comment-in-dialog": {
    ...comment, editor: `${DIALOG} .story > ${comment.editor}`, button: `${DIALOG} ${comment.button}`,
    url: "https://www.facebook.com/?as=person", clicks: [".story .time"], name: "dialog-comment-7001", surface: "comment",
  },
  "facebook-reply": {
    ...comment, editor: `.comment > ${comment.editor}`, url: "https://www.facebook.com/?as=person", clicks: [".comment > [role=button]"],
    name: "reply-8001", surface: "reply",
  },
  "facebook-review": {
    ...comment, url: "https://www.facebook.com/hillsidefamilypractice/reviews?as=page", name: "review-7101", surface: "review",
  },
  "facebook-chat-tab": { ...messenger, editor: ".chatTab [data-lexical-editor]", url: "https://www.facebook.com/?as=person", clicks: [".chat > [role=button]"], name: "chat-tab" },
  "facebook-messages": { ...messenger, editor: "[data-lexical-editor]", url: "https://www.facebook.com/messages/t/100002000000003", name: "messenger" },
  "messenger": { ...messenger, editor: "[data-lexical-editor]", url: "https://www.messenger.com/t/100002000000003", name: "messenger" },
};

/** @param {string} id */
export function boxOf(id) {
  const box = BOXES[id];
  if (!box) throw new Error(`no compose box "${id}", expected one of ${Object.keys(BOXES).join(", ")}`);
  return box;
}

/**
 * Opens the page of a box and the box itself, and puts the caret into it.
 * @param {any} page
 * @param {string} id
 * @param {Record<string, string>} [query] added to the URL: lang, wasm, press, embedder
 */
export async function openBox(page, id, query = {}) {
  const box = boxOf(id);
  const url = new URL(box.url);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  await visit(page, url.href);
  for (const selector of box.clicks ?? []) await clickFirst(page, selector);
  await clickFirst(page, box.editor);
}

/** After this long a page that is there has lost its "load" in the driver. */
const LOAD_MS = 12_000;
const MOST_VISITS = 5;
/** A modal that was posted from goes within this. */
const LEAVING_MS = 500;

/**
 * A modal that was just posted from is leaving for another page by itself, perhaps while this one is asked for. Then
 * the driver breaks off, or the page loads and the driver waits for a "load" that it has missed.
 */
async function visit(page, url) {
  for (let tries = 1; ; tries += 1) {
    try {
      await page.goto(url, { timeout: LOAD_MS });
      return;
    } catch (error) {
      const isThere = () => page.evaluate((wanted) => location.href === wanted && document.readyState === "complete", url);
      if (/timeout/i.test(String(error)) && (await isThere())) return;
      if (tries === MOST_VISITS || !/interrupted by another navigation|ERR_ABORTED|timeout/i.test(String(error))) throw error;
      await pause(LEAVING_MS);
    }
  }
}

/**
 * Types at the caret. A line break is Shift+Enter where Enter alone would send.
 * @param {any} page
 * @param {string} id
 * @param {string} text
 */
export async function typeInto(page, id, text) {
  const sends = boxOf(id).ways.includes("enter");
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    if (at > 0) await press(page, sends ? "Shift+Enter" : "Enter");
    if (line) await page.keyboard.type(line);
  }
}

/**
 * Posts by one of the box's ways.
 * @param {any} page
 * @param {string} id
 * @param {Way} way
 */
export async function post(page, id, way) {
  const box = boxOf(id);
  for (const step of box.steps ?? []) await clickFirst(page, step);
  if (way === "click") return clickFirst(page, box.button);
  if (way.startsWith("button-")) {
    await page.waitForSelector(box.button);
    await page.focus(box.button);
    return press(page, way === "button-enter" ? "Enter" : "Space");
  }
  const chords = { "enter": "Enter", "ctrl-enter": "Control+Enter", "ctrl-shift-enter": "Control+Shift+Enter" };
  return press(page, chords[way]);
}

/** The text in the editor's own model. */
export async function modelText(page, id) {
  return page.evaluate((name) => globalThis.__practice.texts()[name], boxOf(id).name);
}

/** @param {any} page @param {string} chord such as "Control+Shift+Enter" */
export async function press(page, chord) {
  // " " is the space bar's name for both drivers; "Space" is only Playwright's.
  const keys = chord.split("+").map((key) => (key === "Space" ? " " : key));
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

export async function clickFirst(page, selector) {
  await page.waitForSelector(selector);
  // Puppeteer clicks the first match; Playwright's page.click would refuse several.
  const [first] = await page.$$(selector);
  await first.click();
}
