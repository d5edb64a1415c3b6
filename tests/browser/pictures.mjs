// Makes the pictures of docs/guide.md, in both looks: `node tests/browser/pictures.mjs` after a build.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/paths.mjs";
import { launchPages } from "./pages-harness.mjs";

const FOLDER = join(ROOT, "docs/pictures");
const COUNTS = { "2026-09": { "patient-named": { paused: 3, edited: 2, posted: 1 } }, "2026-10": { incivility: { paused: 1, hidden: 1 }, "recent-encounter": { paused: 4, fixed: 3, edited: 1 } } };

/** @typedef {import("playwright-core").Page} Page */
/** @type {{ name: string, file: string, size: [number, number], first?: (page: Page) => Promise<void> }[]} */
const PICTURES = [
  { name: "first-run", file: "options.html#welcome", size: [860, 480] },
  { name: "practice", file: "practice.html", size: [1160, 820], first: practise },
  { name: "rules", file: "options.html#rules", size: [960, 640], first: (page) => page.click("#rule-patient-named summary") },
  { name: "templates", file: "options.html#templates", size: [960, 640], first: (page) => page.click("#template-review-reply summary") },
  { name: "help", file: "options.html#help", size: [960, 640], first: (page) => page.click("#help-regretted-post summary") },
  { name: "counts", file: "options.html#statistics", size: [960, 560], first: count },
];

/** @param {Page} page */
async function practise(page) {
  await page.click("[data-act='exercise 2']");
  await page.click("[data-act='choose 1']");
  await page.fill("[data-field=text]", "Mrs. Lindqvist in bed 12 finally slept");
  await page.waitForSelector("#result mark");
  await page.evaluate(() => document.querySelector("[data-act='exercise 2']")?.scrollIntoView({ block: "start" }));
}

/** @param {Page} page */
async function count(page) {
  await page.evaluate((statistics) => /** @type {any} */ (globalThis).chrome.storage.local.set({ statistics }), COUNTS);
  await page.waitForSelector("meter");
}

mkdirSync(FOLDER, { recursive: true });
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  const browser = await launchPages({ colorScheme });
  for (const { name, file, size, first } of PICTURES) {
    const page = await browser.open(file);
    await page.setViewportSize({ width: size[0], height: size[1] });
    await first?.(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) });
    await page.close();
  }
  await browser.close();
}
