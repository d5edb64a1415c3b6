// What both practice sites share: languages, CSP, Trusted Types, replayed presses, back/forward cache; without the extension.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BOXES, launchChromium, modelText, openBox, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { practiceSuite } from "./harness/suite.mjs";

// An empty WebAssembly module: magic number and version.
const EMPTY_WASM = [0, 97, 115, 109, 1, 0, 0, 0];

const suite = practiceSuite();

describe("both sites", () => {
  test("every box posts in Spanish, with no English label left on it", async () => {
    const english = /\b(post|reply|comment|message|what|write|send|next|share)\b/i;
    for (const id of Object.keys(BOXES)) {
      suite.browser.reset();
      await openBox(suite.page, id, { lang: "es" });
      assert.equal(await suite.page.evaluate(() => document.documentElement.lang), "es");
      const label = await suite.page.evaluate((s) => document.querySelector(s).getAttribute("aria-label") ?? "", BOXES[id].editor);
      assert.doesNotMatch(label.replace("Texto del post", ""), english, id);
      await typeInto(suite.page, id, "Buenos días");
      await post(suite.page, id, "click");
      assert.deepEqual((await suite.postedOnce()).texts, ["Buenos días"], id);
    }
  });

  test("a replayed, untrusted press posts again, so that replaying twice is counted", async () => {
    const replayed = { "x-home": ["click", "key"], "x-chat": ["click"], "facebook-post": ["click"], "facebook-comment": ["click", "key"] };
    for (const [id, ways] of Object.entries(replayed)) {
      for (const way of ways) {
        suite.browser.reset();
        await openBox(suite.page, id);
        await typeInto(suite.page, id, "again");
        await suite.page.evaluate(replayTwice, { box: BOXES[id], way });
        const posts = await postedExactly(suite.browser, 2);
        assert.deepEqual(posts.map((sent) => sent.trusted), [false, false], `${id} ${way}`);
      }
    }
  });

  for (const [site, url] of [["X", "https://x.com/home"], ["Facebook", "https://www.facebook.com/"]]) {
    for (const wasm of [1, 0]) {
      test(`${site}'s CSP ${wasm ? "allows" : "refuses"} WebAssembly`, async () => {
        await suite.page.goto(`${url}?wasm=${wasm}`);
        const outcome = await suite.page.evaluate((bytes) => WebAssembly.instantiate(new Uint8Array(bytes)).then(() => "ran", (e) => e.name), EMPTY_WASM);
        assert.equal(outcome, wasm ? "ran" : "CompileError");
      });
    }

    test(`${site} requires Trusted Types and is a secure context`, async () => {
      await suite.page.goto(url);
      const outcome = await suite.page.evaluate(() => {
        try {
          document.createElement("div").innerHTML = "<b>x</b>";
          return "assigned";
        } catch (error) {
          return error.name;
        }
      });
      assert.equal(outcome, "TypeError");
      assert.equal(await suite.page.evaluate(() => isSecureContext), true);
    });
  }

  test("pasted lines and undo go through the editor's own model", async () => {
    for (const id of ["x-home", "x-message", "facebook-post", "facebook-comment"]) {
      await openBox(suite.page, id);
      await typeInto(suite.page, id, "now ");
      await suite.page.evaluate(pasteText, { editor: BOXES[id].editor, text: "one\ntwo" });
      await until(() => modelText(suite.page, id), (text) => text === "now one\ntwo", { what: `the pasted text in ${id}` });
      await press(suite.page, "Control+z");
      await until(() => modelText(suite.page, id), (text) => text === "now ", { what: `the text before pasting in ${id}` });
    }
  });

  test("history brings a frozen page back with its draft", async () => {
    const browser = await launchChromium({ backForwardCache: true, server: suite.browser.server });
    try {
      const page = await browser.newPage();
      for (const id of ["x-home", "facebook-comment"]) {
        await openBox(page, id);
        await typeInto(page, id, "half a thought");
        await page.evaluate(() => addEventListener("pageshow", (event) => { globalThis.cameBackFrozen = event.persisted; }));
        await page.goto("https://www.messenger.com/t/100002000000003");
        // Playwright's goBack waits for a load event that a page brought back frozen never fires.
        await page.evaluate(() => { setTimeout(() => history.back()); });
        const probe = () => page.evaluate(() => globalThis.cameBackFrozen ?? null).catch(() => "between two documents");
        await until(probe, (frozen) => frozen === true, { what: `${id} to come back` });
        assert.match(await page.textContent(BOXES[id].editor), /half a thought/);
      }
    } finally {
      await browser.close();
    }
  });
});

// Runs in the page: what a page script does to let a held press go, done twice.
function replayTwice({ box, way }) {
  for (let time = 0; time < 2; time += 1) {
    const target = document.querySelector(way === "click" ? box.button : box.editor);
    if (way === "click") target.click();
    else target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: box.ways.includes("ctrl-enter"), bubbles: true, cancelable: true }));
  }
}

// Runs in the page: a paste, as Chromium delivers it. (Firefox ignores the data of a synthetic one.)
function pasteText({ editor, text }) {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.querySelector(editor).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
