// A site changes its layout, on the shipping build: the chip says so, the options page names the anchor that was
// missing and nothing else, and a correction by policy brings everything back without a release.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { EXTENSION } from "../../tools/paths.mjs";
import { BOXES, boxOf, clickFirst, pause, post, postedExactly, until } from "./harness/index.mjs";
import { launchPrimum, postAnyway, shown, write } from "./e2e-harness.mjs";
import { givePolicy, keptBy, ownPage, pauseOf } from "./policy-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const HARMLESS = "Proud of our whole night team";
const ODD = "Layout not known";
const SHIPPED = JSON.parse(readFileSync(join(EXTENSION, "page/anchors.json"), "utf8")).version;
/** Longer than the frame's typing pause, after which it keeps what is missing. */
const SETTLED_MS = 1800;
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;

/** What the site renamed: an attribute's value, everywhere and from the first moment. */
const RENAMED = {
  button: { from: "tweetButtonInline", to: "sendPostInline" },
  editor: { from: "tweetTextarea_0", to: "composeText" },
};

let browser;
let page;
let id;

/** The site's next release: elements get their new name as they come. */
async function renamed({ from, to }) {
  await page.addInitScript(([old, fresh]) => {
    const rename = (node) => {
      if (!(node instanceof Element)) return;
      const all = [...node.querySelectorAll(`[data-testid="${old}"]`), ...(node.getAttribute("data-testid") === old ? [node] : [])];
      for (const one of all) one.setAttribute("data-testid", fresh);
    };
    new MutationObserver((records) => records.forEach((record) => record.addedNodes.forEach(rename))).observe(document, { childList: true, subtree: true });
  }, [from, to]);
}

async function supportText() {
  const options = await ownPage(browser, id, "options.html#policy");
  const text = await options.inputValue("#text-support");
  return { options, text };
}

describe("a site that changed its layout", () => {
  before(async () => {
    browser = await launchPrimum();
    id = await browser.extensionId();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    browser.reset();
    page = await browser.newPage();
    await browser.context.serviceWorkers()[0].evaluate(() => globalThis.chrome.storage.local.clear());
  });
  afterEach(() => page?.close());

  test("boxes as they are known: no chip speaks of the layout, and nothing is missing", async () => {
    for (const box of Object.keys(BOXES)) {
      await write(page, box, HARMLESS);
      const words = await shown(page, "chip", (all) => all.includes("Nothing found"));
      assert.ok(!words.includes(ODD), `${box}: ${words}`);
      await pause(SETTLED_MS);
      const { kept } = await keptBy(browser);
      assert.deepEqual(kept?.layouts ?? [], [], box);
    }
    const { options, text } = await supportText();
    assert.match(text, /\nMissing anchors: none$/);
    await options.close();
  });

  test("a renamed Post button: the chip says it, keys are still held, and support is told which anchor", async () => {
    await renamed(RENAMED.button);
    await write(page, "x-home", RISKY);
    const words = await shown(page, "chip", (all) => all.includes("Stop"));
    assert.ok(words.includes(ODD), words);
    await pause(SETTLED_MS);
    const { options, text } = await supportText();
    const lines = text.split("\n");
    assert.match(lines[0], /^Primum \d+\.\d+\.\d+$/);
    assert.match(lines[1], /^Browser: .*Chrom/);
    assert.match(lines.at(-1), new RegExp(`^Missing anchor: x\\.post_button \\(anchors ${SHIPPED}, last in \\d{4}-\\d\\d\\)$`));
    assert.doesNotMatch(text, /Lindqvist|bed 12|https?:/);
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await options.click("[data-act='copy support']");
    await until(() => options.evaluate(() => navigator.clipboard.readText()), (copied) => copied === text, { what: "the copy" });
    await options.close();
    await page.bringToFront();
    await clickFirst(page, boxOf("x-home").editor);
    await post(page, "x-home", "ctrl-enter");
    await shown(page, "pause");
  });

  test("corrected by policy, the renamed button is held like the old one, and nobody speaks of the layout", async () => {
    const { to } = RENAMED.button;
    await givePolicy(browser, { institutionNames: ["Cedar Ridge"], anchors: { version: "2026-12-01", x: { post_button: `[data-testid='${to}']` } } });
    await renamed(RENAMED.button);
    await write(page, "x-home", RISKY);
    const words = await shown(page, "chip", (all) => all.includes("Stop"));
    assert.ok(!words.includes(ODD), words);
    await page.click(`[data-testid='${to}']`);
    await shown(page, "pause");
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await postAnyway(page);
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
    const { options, text } = await supportText();
    assert.match(text, /\nCorrections of anchors: 2026-12-01\nMissing anchors: none$/);
    await options.close();
  });

  test("a correction that is wrong itself is told with its own version", async () => {
    await givePolicy(browser, { anchors: { version: "2026-12-02", x: { post_button: "[data-testid='nowhere']" } } });
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (all) => all.includes(ODD));
    await pause(SETTLED_MS);
    const { options, text } = await supportText();
    assert.match(text, /\nMissing anchor: x\.post_button \(anchors 2026-12-02, /);
    await options.close();
  });

  test("a renamed compose box: its text is still checked, and support is told that no layout fits; a policy brings it back", async () => {
    await renamed(RENAMED.editor);
    const open = async () => {
      await page.goto(boxOf("x-home").url);
      await clickFirst(page, `[data-testid="${RENAMED.editor.to}"]`);
      await page.keyboard.type(RISKY);
    };
    await open();
    const words = await shown(page, "chip", (all) => all.includes("Stop"));
    assert.ok(words.includes(ODD), words);
    await pause(SETTLED_MS);
    const first = await supportText();
    assert.match(first.text, /\nMissing anchor: generic\.layout \(/);
    await first.options.close();
    await givePolicy(browser, { anchors: { version: "2026-12-01", x: { editor: `[data-testid='${RENAMED.editor.to}']` } } });
    await open();
    assert.ok(!(await shown(page, "chip", (all) => all.includes("Stop") && !all.includes(ODD))).includes(ODD));
    await page.click(boxOf("x-home").button);
    const { isOpen } = await pauseOf(page);
    assert.equal(isOpen, false);
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  });
});
