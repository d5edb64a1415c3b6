// An update of the shipping extension under open tabs, as a browser does it: a new version in the old place, then a
// reload. The draft stays as it is, the old frame and its marks go, the new script watches and holds.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DIST, version } from "../../tools/paths.mjs";
import { boxOf, modelText, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { launchPrimum, postAnyway, shown, write } from "./e2e-harness.mjs";
import { linesOn, marksAre } from "./page-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
const NAME = [["Mrs. Lindqvist", "stop"]];
/** As long as the old one, so that it can stand in its place inside the core, which is held to its extension's version. */
const NEW_VERSION = version().replace(/\d$/, (last) => String((Number(last) + 1) % 10));
const CORES = ["primum_bg.wasm", "primum_full_bg.wasm"];
/** An extension has to be taken down, read, and started again. */
const RELOADED = { timeoutMs: 20_000 };
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;
const BOXES = ["x-home", "facebook-post", "facebook-comment"];

/** Makes the extension in `folder` another version of itself. */
function release(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, version: NEW_VERSION }));
  for (const core of CORES) {
    const old = readFileSync(join(folder, core), "latin1");
    assert.ok(old.includes(version()), `${core} names its version`);
    writeFileSync(join(folder, core), old.replaceAll(version(), NEW_VERSION), "latin1");
  }
}

describe("an update under open tabs", () => {
  let browser;
  let folder;
  /** @type {Map<string, import("playwright-core").Page>} */
  const pages = new Map();
  /** @type {Map<string, import("playwright-core").Frame[]>} */
  const old = new Map();

  const framesOf = (page) => page.frames().filter((frame) => frame.url().includes("/frame.html"));

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "primum-update-"));
    cpSync(join(DIST, "chromium"), folder, { recursive: true });
    browser = await launchPrimum({ extensionDir: folder });
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test("drafts are open in three tabs", async () => {
    for (const box of BOXES) {
      const page = await browser.newPage();
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      pages.set(box, page);
      old.set(box, framesOf(page));
    }
  });

  test("the new version starts", async () => {
    release(folder);
    // Unpacked extensions come back after a reload only in developer mode.
    const admin = await browser.newPage();
    await admin.goto("chrome://extensions/");
    await admin.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
    await browser.context.serviceWorkers()[0].evaluate(() => { setTimeout(() => globalThis.chrome.runtime.reload(), 50); });
    const versions = () => admin.evaluate(async () => (await chrome.developerPrivate.getExtensionsInfo()).filter((e) => e.state === "ENABLED").map((e) => e.version));
    await until(versions, (all) => all.includes(NEW_VERSION), { ...RELOADED, what: "the new version" });
    await admin.close();
  });

  for (const box of BOXES) {
    test(`${box}: the draft stays, the new script marks, shows the chip and holds; the old frame is gone`, async () => {
      const page = /** @type {import("playwright-core").Page} */ (pages.get(box));
      await page.bringToFront();
      assert.equal(await modelText(page, box), RISKY, "the draft, before anything is done");
      await page.click(boxOf(box).editor);
      await press(page, "End");
      await page.keyboard.type("!");
      await shown(page, "chip", (words) => words.includes("Stop"));
      const [frame, ...others] = await until(() => framesOf(page), (all) => all.length === 1 && !old.get(box)?.includes(all[0]), { what: "one new frame" });
      assert.equal(others.length, 0);
      assert.equal(await frame.evaluate(() => globalThis.chrome.runtime.getManifest().version), NEW_VERSION);
      await marksAre(page, boxOf(box).editor, NAME, ["stop"]);
      const hosts = () => page.evaluate(() => [...document.documentElement.children].filter((one) => one.localName.includes("-")).length);
      assert.equal(await hosts(), 1, "one host");
      browser.reset();
      await post(page, box, "click");
      await shown(page, "pause");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      await postAnyway(page);
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [`${RISKY}!`]);
      await until(() => linesOn(page), (lines) => lines.length === 0, { what: "no marks after the post" });
    });
  }
});
