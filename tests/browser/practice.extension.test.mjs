// The harness loads an unpacked extension whose content scripts run on the practice pages, under both CSPs, in both browsers.
import { after, before, describe, test } from "node:test";
import { launchChromium, launchFirefox, openBox, until } from "./harness/index.mjs";
import { makeProbe } from "./harness/probe.mjs";

const SEEN = { "x-home": "tweetTextarea_0", "x-mobile": null, "facebook-post": "textbox", "messenger": "textbox" };

for (const [name, launch] of Object.entries({ Chromium: launchChromium, Firefox: launchFirefox })) {
  describe(`an extension in ${name}`, () => {
    let probe;
    let browser;
    let page;
    before(async () => {
      probe = await makeProbe();
      browser = await launch({ extensionDir: probe.dir });
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await probe?.remove();
    });
    for (const wasm of ["1", "0"]) {
      test(`sees the caret enter a box with wasm=${wasm}`, async () => {
        for (const [id, seen] of Object.entries(SEEN)) {
          await openBox(page, id, { wasm });
          await until(() => page.evaluate(() => document.documentElement.dataset.probe ?? "nothing"), (probed) => probed === String(seen), { what: id });
        }
      });
    }
  });
}
