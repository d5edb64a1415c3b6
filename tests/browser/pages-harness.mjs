// Primum's own pages in real Chromium: opened by address, checked with axe-core, walked through by keyboard.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DIST } from "../../tools/paths.mjs";
import { launchChromium, until } from "./harness/index.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every page of Primum's own, and every section of the options in their order (src/ui/pages/options.rs). */
export const FILES = [
  "popup.html", "practice.html", "options.html#welcome",
  ...["accounts", "habits", "rules", "templates", "help", "cards", "statistics", "policy", "look", "data"].map((section) => `options.html#${section}`),
];

/** @param {import("./harness/chromium.mjs").ChromiumOptions} [options] */
export async function launchPages(options = {}) {
  const browser = await launchChromium({ extensionDir: join(DIST, "chromium"), ...options });
  const id = await browser.extensionId();
  return {
    ...browser,
    /** Opens "options.html#rules" and waits until the core has drawn it. @param {string} file */
    open: async (file) => {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${file}`);
      await until(() => page.evaluate(() => document.querySelector("#main")?.childElementCount ?? 0), (count) => count > 0, { what: `${file} to be drawn` });
      return page;
    },
  };
}

/**
 * Every violation axe-core finds, as "rule: selector". The extension's CSP keeps scripts out, so axe comes by evaluation.
 * @param {import("playwright-core").Page} page
 */
export async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"] }));
  return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim()})`));
}

/** What storage.local holds. @param {import("playwright-core").Page} page */
export const stored = (page) => page.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.local.get(null));

/** Presses Tab until `selector` has the focus; fails when it never gets it. @param {import("playwright-core").Page} page @param {string} selector */
export async function tabTo(page, selector, most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${most} times Tab did not reach ${selector}`);
}
