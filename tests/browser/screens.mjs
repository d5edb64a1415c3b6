// `node tests/browser/screens.mjs [OUT_DIR]`: chip, panel and pause on both sites and a friend request, light and dark, as small
// pictures for docs/screens. The shipping build on the practice pages; every person in the drafts is invented.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { ROOT } from "../../tools/paths.mjs";
import { clickFirst, modelText, openBox, pause, post, typeInto, until } from "./harness/index.mjs";
import { launchPrimum, primumFrame, shown } from "./e2e-harness.mjs";
import { openPopup } from "./popup-harness.mjs";

const VIEWPORT = { width: 1180, height: 700 };
/** The typing pause after which a caution speaks up, and time to paint. */
const SETTLE_MS = 1900;
const DRAFTS = {
  "x-home": "Mrs. Lindqvist in bed 12 finally slept tonight.",
  "facebook-post": "Mrs. Lindqvist in bed 12 finally slept tonight. So proud of this team.",
};

async function draft(page, box) {
  await page.setViewportSize(VIEWPORT);
  await openBox(page, box);
  await typeInto(page, box, DRAFTS[box]);
  await until(() => modelText(page, box), (text) => text === DRAFTS[box], { what: "the draft in the editor" });
  await pause(SETTLE_MS);
}

/** A picture of the page as it stands, once nothing moves. */
async function shot(page, path) {
  const frame = await primumFrame(page);
  await until(() => frame.evaluate(() => globalThis.document.getAnimations().length), (running) => running === 0, { what: "everything to stand still" });
  await page.screenshot({ path, animations: "disabled" });
}

async function take(browser, box, look, outDir) {
  const page = await browser.newPage();
  const shoot = (view) => shot(page, join(outDir, `${box}-${view}-${look}.png`));
  await draft(page, box);
  await shoot("chip");
  const frame = await primumFrame(page);
  await frame.click(".chip", { position: { x: 30, y: 10 } });
  await shown(page, "panel");
  await pause(300);
  await shoot("panel");
  await page.keyboard.press("Escape");
  await shown(page, "chip");
  await post(page, box, "click");
  await shown(page, "pause");
  await pause(300);
  await shoot("pause");
  await page.close();
}

/** A friend request, and what is said of one from a patient. */
async function takeRequest(browser, look, outDir) {
  const page = await browser.newPage();
  await page.setViewportSize(VIEWPORT);
  await page.goto("https://www.facebook.com/friends/requests?as=person");
  await clickFirst(page, ".request .primary");
  await shown(page, "request");
  await pause(300);
  await shot(page, join(outDir, `facebook-request-${look}.png`));
  await (await primumFrame(page)).click("[data-act=current_patient]");
  await shown(page, "request", (words) => words.includes("A kind no"));
  await pause(300);
  await shot(page, join(outDir, `facebook-request-patient-${look}.png`));
  await page.close();
}

/** The popup over the draft, as the toolbar button opens it. */
async function takePopup(browser, look, outDir) {
  const page = await browser.newPage();
  await draft(page, "x-home");
  // The look that the driver gives to pages does not reach the popup.
  const [worker] = browser.context.serviceWorkers();
  await worker.evaluate((own) => globalThis.chrome.storage.local.set({ preferences: { look: own } }), look);
  const popup = await openPopup(browser, page);
  await pause(300);
  await writeFile(join(outDir, `popup-${look}.png`), await popup.picture());
  await page.close();
}

const outDir = resolve(argv[2] ?? join(ROOT, "docs/screens"));
await mkdir(outDir, { recursive: true });
for (const look of /** @type {const} */ (["light", "dark"])) {
  const browser = await launchPrimum({ colorScheme: look });
  try {
    for (const box of Object.keys(DRAFTS)) await take(browser, box, look, outDir);
    await takeRequest(browser, look, outDir);
    await takePopup(browser, look, outDir);
  } finally {
    await browser.close();
  }
}
console.log(`pictures are in ${outDir}`);
