// What can be done with a draft beside posting it, with the shipping extension on both sites in two languages: ready
// texts put in, the draft copied for later or for somebody to look at, reminders in conversations with a patient.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { EXTENSION } from "../../tools/paths.mjs";
import { HELD_MS, caretBack, clickUntil, freshPages, launchPrimum, openPanel, pauseFocused, primumFrame, shown, write } from "./e2e-harness.mjs";
import { boxOf, clickFirst, modelText, pause, post, press, until } from "./harness/index.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const TEMPLATES = JSON.parse(readFileSync(join(EXTENSION, "content/en/templates.json"), "utf8")).templates;
/** Words of a template before its first place to fill in. */
const openingOf = (id) => TEMPLATES.find((one) => one.id === id).text.split(/[{\n[]/)[0].trim();
/** In src/session/helpers.rs: what is offered where. */
const FOR_ONE = ["move-to-portal", "emergency", "decline-friend-request", "review-reply"];
const FOR_MANY = ["disclaimer-views", "disclaimer-information", "coi-disclosure", "page-rules"];
const BOXES = { "x-home": FOR_MANY, "facebook-post": FOR_MANY, "x-chat": FOR_ONE, "messenger": FOR_ONE };

let browser;
let page;

const act = (name) => `[data-act='${name}']`;
const activeAct = (frame) => frame.evaluate(() => globalThis.document.activeElement?.getAttribute("data-act") ?? "");
const announced = (frame, test) => until(() => frame.evaluate(() => globalThis.document.querySelector("[aria-live]")?.textContent ?? ""), test, { what: "the announcement" });

async function clipboard() {
  await page.bringToFront();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function panelOver(box, text, lang) {
  await write(page, box, text, { lang });
  return openPanel(page);
}

describe("beside a draft", () => {
  before(async () => {
    browser = await launchPrimum();
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  after(() => browser?.close());
  beforeEach(async () => {
    browser.reset();
    await page?.close();
    page = await browser.newPage();
  });

  for (const lang of ["en", "es"]) {
    for (const [box, texts] of Object.entries(BOXES)) {
      test(`${box}, site in ${lang}: each ready text is put in at the caret and nothing is sent`, async () => {
        const before = "Thank you. ";
        await write(page, box, before.trim(), { lang });
        for (const [at, id] of texts.entries()) {
          if (at > 0) {
            await caretBack(page, box);
            await press(page, "Control+a");
            await page.keyboard.type(before.trim());
            await until(() => modelText(page, box), (model) => model === before.trim(), { what: "the draft anew" });
          }
          const frame = await openPanel(page);
          await frame.click(act("texts"));
          await frame.click(act(`insert ${at}`));
          const text = await until(() => modelText(page, box), (model) => model.length > before.length + 20, { what: `${id} in the draft` });
          assert.ok(text.startsWith("Thank you."), text);
          assert.ok(text.includes(openingOf(id)), `${id}: ${text}`);
          assert.doesNotMatch(text, /[{}]/, "every place is filled in");
        }
        await pause(HELD_MS);
        assert.equal(browser.posted().length, 0);
      });
    }

    test(`in the pause, site in ${lang}: the draft is copied for later, and that is said and announced`, async () => {
      await write(page, "x-home", RISKY, { lang });
      await shown(page, "chip", (words) => words.includes("Stop"));
      await post(page, "x-home", "click");
      await pauseFocused(page);
      const frame = await primumFrame(page);
      await press(page, "Tab");
      for (let tries = 0; tries < 5 && (await activeAct(frame)) !== "save"; tries += 1) await press(page, "Tab");
      await press(page, "Enter");
      await shown(page, "pause", (words) => words.includes("Copied. Paste it where you need it"));
      await announced(frame, (words) => words.startsWith("Copied."));
      assert.equal(await activeAct(frame), "save", "the focus stays");
      assert.equal(await clipboard(), RISKY);
      await frame.click(act("edit"));
      await shown(page, "chip");
      assert.equal(await modelText(page, "x-home"), RISKY, "the draft is as it was");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
    });
  }

  test("in the panel: for later, for a reviewer, for communications; said, announced, copied with its context", async () => {
    const frame = await panelOver("facebook-post", RISKY);
    await frame.click(act("save"));
    await shown(page, "panel", (words) => words.includes("Copied. Paste it where you need it"));
    await announced(frame, (words) => words.startsWith("Copied."));
    assert.equal(await clipboard(), RISKY);
    for (const who of ["ask_reviewer", "ask_communications"]) {
      await frame.click(act(who));
      await shown(page, "panel", (words) => words.includes("Copied. Paste it where you need it"));
      const copied = await clipboard();
      assert.match(copied, /^Could you please look at this draft before I post it\?\nKind: Post\nWho can read it: .+\n\n/);
      assert.ok(copied.endsWith(RISKY), copied);
    }
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    assert.equal(await modelText(page, "facebook-post"), RISKY);
  });

  test("a copy that the browser refuses is not called one", async () => {
    const frame = await panelOver("x-home", RISKY);
    await frame.evaluate(() => { globalThis.document.execCommand = () => false; });
    await frame.click(act("save"));
    await shown(page, "panel", (words) => words.includes("It could not be copied"));
    await announced(frame, (words) => words.startsWith("It could not be copied"));
  });
});

describe("reminders in a conversation with a patient", () => {
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  const SITES = {
    x: { box: "x-reply", search: "[data-testid=SearchBox_Search_Input]", like: "[data-testid=like]" },
    facebook: { box: "facebook-chat-tab", search: "input[type=search]", like: ".story .reactions [role=button]" },
  };
  /** Longer than the way from the page to the frame and back. */
  const TOLD_MS = 400;
  const notice = async () => (await primumFrame(page)).evaluate(() => globalThis.document.querySelector(".notice")?.textContent ?? "");
  /** Marks the conversation, or takes the mark back. */
  const mark = async (isMarked) => {
    const frame = await openPanel(page);
    await frame.click(act("thread"));
    assert.equal(await frame.getAttribute(act("thread"), "aria-pressed"), String(isMarked));
    await frame.click(act("close"));
    await shown(page, "chip");
  };
  /** Does something on the page until it is told of; a click beside the frame as `clickUntil` explains. */
  const toldOf = async (action, words) => {
    await clickUntil(action, async () => words.test(await notice()), `the notice of ${words}`);
  };
  const search = async (selector) => {
    await clickFirst(page, selector);
    await page.keyboard.type("Jordan Ellis");
    await press(page, "Enter");
  };

  for (const lang of ["en", "es"]) {
    for (const [site, { box, search: field, like }] of Object.entries(SITES)) {
      test(`${site} in ${lang}: off until it is marked; then likes and searches are told of, quietly`, async () => {
        await write(page, box, "See you at nine.", { lang });
        await shown(page, "chip");
        await clickFirst(page, like);
        await pause(TOLD_MS);
        assert.equal(await notice(), "", "nothing is said of a conversation that is not marked");
        await mark(true);
        await toldOf(() => clickFirst(page, like), /a like or a share is contact too/);
        const frame = await primumFrame(page);
        await announced(frame, (words) => words.includes("a like or a share"));
        assert.equal(await page.evaluate(() => document.activeElement?.tagName !== "IFRAME"), true, "the focus is not taken");
        await toldOf(() => search(field), /looking up.*a reason that matters to their care/s);
        assert.equal(await frame.evaluate(async () => JSON.stringify(await globalThis.chrome.storage.local.get(null))).then((all) => /thread|marked|jordan/i.test(all)), false, "the mark is kept nowhere");
      });
    }
  }

  test("many messages in a marked conversation, or a late one, are told of once, while posting goes on", async () => {
    // In src/session/notices.rs: the sixth message of a day is told of; before eight and from nine in the evening the first.
    const hour = new Date().getHours();
    const isLate = hour < 8 || hour >= 21;
    const told = isLate ? { after: 1, words: /a late message/ } : { after: 6, words: /many messages here today/ };
    await write(page, "messenger", "Message 1");
    await shown(page, "chip");
    await mark(true);
    await clickFirst(page, boxOf("messenger").editor);
    for (let sent = 1; sent <= 7; sent += 1) {
      if (sent > 1) await page.keyboard.type(`Message ${sent}`);
      await until(() => modelText(page, "messenger"), (text) => text === `Message ${sent}`, { what: "the message" });
      await press(page, "Enter");
      await until(() => browser.posted().length, (count) => count === sent, { what: "the message to go" });
      // The site empties its box a moment later.
      await until(() => modelText(page, "messenger"), (text) => text === "", { what: "the empty box" });
      if (sent === told.after) assert.match(await shown(page, "notice"), told.words);
      else if (sent < told.after) assert.equal(await notice(), "");
    }
    assert.doesNotMatch(await notice(), told.after === 1 ? /many messages/ : /late/, "one line a day");
  });
});
