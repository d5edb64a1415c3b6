// The frame of the finished extension, in real Chromium: the core runs in it under the page's strictest CSP.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import { DIST, version } from "../../tools/paths.mjs";
import { launchChromium, openBox, typeInto, until } from "./harness/index.mjs";

describe("the Primum frame", () => {
  /** @type {Awaited<ReturnType<typeof launchChromium>>} */
  let browser;
  before(async () => {
    browser = await launchChromium({ extensionDir: join(DIST, "chromium"), wasm: false });
    await browser.extensionId();
  });
  after(() => browser?.close());

  for (const box of ["x-home", "facebook-post"]) {
    test(`loads the core beside ${box}, where the page may not run WebAssembly itself`, async () => {
      const page = await browser.newPage();
      await openBox(page, box);
      await typeInto(page, box, "Rounds are done");
      const frame = await until(() => page.frames().find((one) => one.url().includes("/frame.html")), (found) => found !== undefined, { what: "the frame" });
      // The same module as the frame's own: it answers only once the core has been loaded there.
      const loaded = () => frame.evaluate(() => import(new URL("primum.js", globalThis.location.href).href).then((core) => core.version()).catch(() => "not loaded"));
      assert.equal(await until(loaded, (answer) => answer !== "not loaded", { what: "the core in the frame" }), version());
      assert.equal(await page.evaluate(() => globalThis.length), 0, "the page can count the frame");
      await page.close();
    });
  }

  test("gets the full core when a policy has patterns, in the frame that is open", async () => {
    const page = await browser.newPage();
    await openBox(page, "x-home");
    await typeInto(page, "x-home", "Rounds are done");
    // A core answers only where it was started.
    const runs = (file) => async () => {
      const frame = page.frames().find((one) => one.url().includes("/frame.html"));
      const version = (name) => import(new URL(name, globalThis.location.href).href).then((core) => core.version());
      return frame ? frame.evaluate(version, file).catch(() => "not started") : "no frame";
    };
    await until(runs("primum.js"), (answer) => answer === version(), { what: "the core without patterns" });
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    const ownRules = [{ id: "helipad", title: "Helipad", why: "Arrivals are in the news.", patterns: ["\\bhelo\\s+inbound"], flags: ["[[Helo inbound]]"], allows: ["Hello"] }];
    // As the core keeps the policy that it reads from the browser.
    await frame?.evaluate((policy) => /** @type {any} */ (globalThis).chrome.storage.local.set({ policy }), { ownRules }).catch(() => undefined);
    await until(runs("primum_full.js"), (answer) => answer === version(), { what: "the full core, in the same page", timeoutMs: 15_000 });
    await page.close();
  });
});
