// `node tests/browser/screens.mjs [OUT_DIR]`: chip, panel and pause dialog on both sites, light and dark, as small
// pictures for docs/screens. The shipping build on the practice pages; every person in the drafts is invented.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { DIST, ROOT } from "../../tools/paths.mjs";
import { launchChromium, modelText, openBox, pause, post, typeInto, until } from "./harness/index.mjs";
import { primumFrame, shown } from "./e2e-harness.mjs";

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

async function take(browser, box, look, outDir) {
  const page = await browser.newPage();
  const shoot = async (view) => {
    const frame = await primumFrame(page);
    await until(() => frame.evaluate(() => globalThis.document.getAnimations().length), (running) => running === 0, { what: "everything to stand still" });
    await page.screenshot({ path: join(outDir, `${box}-${view}-${look}.png`), animations: "disabled" });
  };
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

const outDir = resolve(argv[2] ?? join(ROOT, "docs/screens"));
await mkdir(outDir, { recursive: true });
for (const look of /** @type {const} */ (["light", "dark"])) {
  const browser = await launchChromium({ extensionDir: join(DIST, "chromium"), colorScheme: look });
  try {
    await browser.extensionId();
    for (const box of Object.keys(DRAFTS)) await take(browser, box, look, outDir);
  } finally {
    await browser.close();
  }
}
console.log(`pictures are in ${outDir}`);
