// What the tests of every way of posting share, on the shipping build: a risky draft is held, asked about and posted
// exactly once after "Post anyway"; a harmless one goes by the browser's own event. Counted at the page's server.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { BOXES, pause, post, postedExactly } from "./harness/index.mjs";
import { HELD_MS, launchPrimum, nothingFound, postAnyway, shown, write } from "./e2e-harness.mjs";

export const RISKY = "Done 👩🏽‍⚕️,\nMrs. Lindqvist in bed 12 finally slept.";
export const HARMLESS = "Done 👩🏽‍⚕️,\nproud of our whole night team.";

/** One browser and one page for a suite; what it gives back hands them to a test. */
export function onePage() {
  let browser;
  let page;
  before(async () => { browser = await launchPrimum(); });
  after(() => browser?.close());
  beforeEach(async () => {
    browser.reset();
    page ??= await browser.newPage();
  });
  return () => ({ browser, page });
}

export const isOfX = (box) => new URL(box.url).hostname.endsWith("x.com");

/** A finger's tap in the middle of an element: the browser itself makes pointer, touch, mouse and click events of it. */
export async function tap(page, selector) {
  const target = await page.waitForSelector(selector);
  await target.scrollIntoViewIfNeeded();
  const at = await target.boundingBox();
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: at.x + at.width / 2, y: at.y + at.height / 2 }] });
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await client.detach();
}

/** Waits for the dialog, sees that nothing is posted while it is open, and posts: exactly these texts, exactly once. */
export async function heldThenPosted({ browser, page }, texts) {
  await shown(page, "pause");
  await pause(HELD_MS);
  assert.equal(browser.posted().length, 0, "nothing is posted while the dialog is open");
  await postAnyway(page);
  assert.deepEqual((await postedExactly(browser, 1))[0].texts, texts);
}

/** A risky draft, seen as such. */
export async function writeRisky(page, id, query) {
  await write(page, id, RISKY, query);
  await shown(page, "chip", (words) => words.includes("Stop") || words.includes("Caution"));
}

/** A test for each way of posting from each of the boxes that `isWanted` picks, and one for a harmless draft in each. */
export function everyWay(isWanted, current) {
  for (const [id, { ways }] of Object.entries(BOXES).filter(([, box]) => isWanted(box))) {
    for (const way of ways) {
      test(`${id} by ${way}: held, posted once`, async () => {
        const { browser, page } = current();
        await writeRisky(page, id);
        await post(page, id, way);
        await heldThenPosted({ browser, page }, [RISKY]);
      });
    }

    test(`${id}: a harmless draft is posted by the browser's own event`, async () => {
      const { browser, page } = current();
      await write(page, id, HARMLESS);
      await nothingFound(page);
      await post(page, id, ways[0]);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[HARMLESS], true]);
    });
  }
}
