// After a long session the storage holds the keys of docs/storage.md and nothing of what was written.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";
import { openBox, pause, typeInto, until } from "./harness/index.mjs";
import { launchPages, stored } from "./pages-harness.mjs";

/** @type {Awaited<ReturnType<typeof launchPages>>} */
let browser;
before(async () => (browser = await launchPages()));
after(() => browser?.close());

const KEYS = [...readFileSync(join(ROOT, "docs/storage.md"), "utf8").matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
const DRAFTS = [
  ["x-home", "Mrs. Lindqvist in bed 12 finally slept, MRN 4839201"],
  ["facebook-post", "My patient Quentin Abernathy cried at 4:15 this morning in Dunmore"],
];
/** Words of the drafts, and anything like an address. */
const TRACES = /lindqvist|4839201|quentin|abernathy|dunmore|bed 12|https?:\/\/|zyxwv/i;
// Longer than the frame's typing pause, after which it does all that it does.
const SETTLED_MS = 1800;

test("storage keeps the documented keys, and no word, name or address", async () => {
  assert.deepEqual(KEYS, ["kept", "policy", "preferences", "statistics", "resting"]);
  for (const [box, text] of DRAFTS) {
    const page = await browser.newPage();
    await openBox(page, box);
    await typeInto(page, box, text);
    await pause(SETTLED_MS);
    await page.keyboard.press("Control+Enter");
    await pause(SETTLED_MS);
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    if (frame) await frame.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector("[data-act=edit]"))?.click());
    await pause(SETTLED_MS);
    await page.close();
  }
  const practice = await browser.open("practice.html");
  await practice.fill("[data-field=text]", "zyxwv saw Mrs. Lindqvist in bed 12");
  await practice.click("[data-act='exercise 2']");
  await practice.click("[data-act='choose 1']");
  const options = await browser.open("options.html#look");
  await options.selectOption("[data-field=look]", "dark");
  const kept = await until(() => stored(options), (all) => all.preferences?.look === "dark", { what: "the settings to be kept" });
  assert.deepEqual(Object.keys(kept).filter((key) => !KEYS.includes(key)), []);
  assert.doesNotMatch(JSON.stringify(kept), TRACES);
  assert.ok(kept.statistics, "a held post is counted");
});
