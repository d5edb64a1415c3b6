// The shipping build on pages with an embedder policy (COEP): the frame is let in, and the site is not told of it.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { boxOf, pause, post, postedExactly } from "./harness/index.mjs";
import { HELD_MS, freshPages, postAnyway, shown, write } from "./e2e-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
/** Reports reach an observer at once; this is for a busy machine. */
const TOLD_MS = 500;

/** Else a page waits for the next garbage collection. */
const MEASURE_AT_ONCE = "--enable-blink-features=ForceEagerMeasureMemory";

let browser;
let page;

describe("a page with an embedder policy", () => {
  const fresh = freshPages({ args: [MEASURE_AT_ONCE] });
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  for (const embedder of ["require-corp", "credentialless"]) {
    test(`${embedder}: the draft is checked, held, and posted after the pause`, async () => {
      await write(page, "x-home", RISKY, { embedder });
      assert.equal(await page.evaluate(() => crossOriginIsolated), true, "the policy is in force");
      await shown(page, "chip", (words) => words.includes("Stop"));
      await post(page, "x-home", boxOf("x-home").ways[0]);
      await shown(page, "pause");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      await postAnyway(page);
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
    });
  }

  test("that measures its memory learns the frame's address and slot, and no size", async () => {
    await write(page, "x-home", RISKY, { embedder: "require-corp" });
    await shown(page, "chip", (words) => words.includes("Stop"));
    const { breakdown } = await page.evaluate(() => /** @type {any} */ (performance).measureUserAgentSpecificMemory());
    const frames = breakdown.filter((part) => part.attribution.some(({ container }) => container));
    assert.match(frames[0].attribution[0].container.src, /^chrome-extension:.*\/frame\.html#[-0-9a-f]{36}$/);
    assert.deepEqual(frames.map(({ bytes }) => bytes), [0]);
    assert.ok(!JSON.stringify(breakdown).includes("Lindqvist"));
  });

  test("that only asks for reports gets none about Primum", async () => {
    await page.addInitScript(() => {
      /** @type {any} */ (globalThis).told = [];
      const hear = (reports) => /** @type {any} */ (globalThis).told.push(...reports.map((report) => JSON.stringify(report)));
      new ReportingObserver(hear, { buffered: true }).observe();
    });
    await write(page, "x-home", RISKY, { embedder: "reported" });
    await shown(page, "chip", (words) => words.includes("Stop"));
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "https://mobile.x.com/home";
      document.body.append(frame);
    });
    await pause(TOLD_MS);
    const told = await page.evaluate(() => /** @type {any} */ (globalThis).told.filter((report) => report.includes("coep")));
    assert.ok(told.some((report) => report.includes("mobile.x.com")), `the control: the page's own frame is reported: ${told}`);
    assert.deepEqual(told.filter((report) => report.includes("extension")), []);
  });
});
