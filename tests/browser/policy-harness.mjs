// What tests of an institution's policy share. Where nobody may write the browser's policy folder, a policy is put
// where Primum keeps the last one it was given: a start without managed values falls back on it.
import { shown } from "./e2e-harness.mjs";
import { pause, until } from "./harness/index.mjs";

/** @param {{ context: import("playwright-core").BrowserContext }} browser @param {object} policy */
export async function givePolicy(browser, policy) {
  const [worker] = browser.context.serviceWorkers();
  await worker.evaluate((given) => globalThis.chrome.storage.local.set({ policy: given }), policy);
}

/** What Primum keeps. @param {{ context: import("playwright-core").BrowserContext }} browser @returns {Promise<any>} */
export const keptBy = (browser) => browser.context.serviceWorkers()[0].evaluate(() => globalThis.chrome.storage.local.get(null));

/** One of Primum's own pages, drawn. @param {{ newPage(): Promise<import("playwright-core").Page> }} browser @param {string} id */
export async function ownPage(browser, id, file) {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${id}/${file}`);
  await until(() => page.evaluate(() => document.querySelector("#main")?.childElementCount ?? 0), (count) => count > 0, { what: `${file} to be drawn` });
  return page;
}

/** The pause dialog as it stands: its words, the reasons it offers, whether "Post anyway" can be pressed. */
export async function pauseOf(page) {
  const words = await shown(page, "pause");
  const frame = page.frames().find((one) => one.url().includes("/frame.html"));
  const [reasons, isOpen] = await frame.evaluate(() => [
    [...globalThis.document.querySelectorAll(".reasons input")].map((one) => one.getAttribute("data-act")),
    globalThis.document.querySelector("[data-act=post]:enabled") !== null,
  ]);
  return { words, reasons, isOpen, frame };
}

/** @typedef {{ name: string, disabled: boolean, tags: string[] }} Control */

/**
 * Every control of a section that changes a setting, with the words "Set by …" that stand with it.
 * @param {import("playwright-core").Page} page @returns {Promise<Control[]>}
 */
export const controls = (page) => page.evaluate(() => {
  const all = /** @type {(HTMLSelectElement | HTMLButtonElement)[]} */ ([...document.querySelectorAll("#main select[data-field], #main button[data-act]")]);
  return all.map((one) => {
    const around = one.closest("label, article, section");
    const tags = around ? [...around.querySelectorAll(".tag")].map((tag) => tag.textContent ?? "") : [];
    return { name: one.dataset.field ?? one.dataset.act ?? "", disabled: one.disabled, tags };
  });
});

/** Goes to a section of the options page and waits for its heading. @param {import("playwright-core").Page} page @param {string} name */
export async function section(page, name) {
  await page.evaluate((hash) => { location.hash = hash; }, name);
  await until(() => page.evaluate((hash) => document.querySelector(`nav a[href="#${hash}"]`)?.getAttribute("aria-current"), name), (is) => is === "page", { what: `section ${name}` });
  await pause(20);
}
