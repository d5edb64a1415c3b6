// Another extension on the same page that rewrites words by itself: what is held and posted is what stands there, once.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DIST } from "../../tools/paths.mjs";
import { primumFrame, shown } from "./e2e-harness.mjs";
import { launchChromium, modelText, openBox, post, postedExactly, press, until } from "./harness/index.mjs";

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
