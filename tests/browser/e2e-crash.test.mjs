// The shipping extension when its core fails for real: a trap, a hang, a crashed process. The instance is replaced
// once, nothing of the draft is lost, "not checked" is said, and posting goes on.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { boxOf, modelText, pause, post, postedExactly, press, until } from "./harness/index.mjs";
import { HELD_MS, freshPages, pauseFocused, postAnyway, primumFrame, shown, write } from "./e2e-harness.mjs";
import { fallbackText, linesBy, linesOn } from "./page-harness.mjs";

const RISKY = "Mrs. Lindqvist in bed 12 finally slept.";
/** Longer than the page script bears silence, shorter than a new frame may take to start. */
const BUSY_MS = 3000;
/** The silence that the page script bears, a new frame's start, and a busy machine. */
const RECOVERY = { timeoutMs: 15_000 };

/** Overwrites the core's memory: the next call into it traps, as after any bug that corrupts it. */
const corrupt = (frame) => frame.evaluate(async () => {
  const core = await import(new URL("primum.js", globalThis.location.href).href);
  const { memory } = await core.default();
  new Uint8Array(memory.buffer).fill(0xff);
});

/** The frame that took the place of another. */
const successor = (page, old) => until(
  () => page.frames().find((frame) => frame !== old && frame.url().includes("/frame.html")),
  (found) => found !== undefined, { ...RECOVERY, what: "another frame" });

/** How long a key that ends its own frame is waited for. */
const LAST_KEY_MS = 1000;

/** Presses a key in a frame that may be gone before the browser confirms the key: then the driver would wait for ever. */
const lastPress = (page, key) => Promise.race([press(page, key).catch(() => undefined), pause(LAST_KEY_MS)]);

const says = (page, pattern) => until(() => fallbackText(page), (text) => pattern.test(text), { ...RECOVERY, what: `the page's own chip to say ${pattern}` });
const frames = (page) => page.frames().filter((frame) => frame.url().includes("/frame.html")).length;

describe("a core that fails", () => {
  let browser;
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ browser, page } = await fresh());
  });

  async function risky(box) {
    await write(page, box, RISKY);
    await shown(page, "chip", (words) => words.includes("Stop"));
    return primumFrame(page);
  }

  for (const box of ["x-home", "facebook-comment"]) {
    test(`${box}: a trap replaces the instance, and the draft is checked and held as before`, async () => {
      const old = await risky(box);
      await corrupt(old);
      await page.keyboard.type("!");
      await successor(page, old);
      await shown(page, "chip", (words) => words.includes("Stop"));
      await until(() => frames(page), (count) => count === 1, { what: "the failed frame to go" });
      assert.equal(await modelText(page, box), `${RISKY}!`);
      await until(() => linesOn(page), (lines) => lines.length > 0, { what: "marks again" });
      await until(() => fallbackText(page), (text) => text === "", { what: "\"not checked\" to go" });
      await post(page, box, boxOf(box).ways[0]);
      await shown(page, "pause");
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      await postAnyway(page);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual(sent.texts, [`${RISKY}!`]);
    });

    test(`${box}: a second trap is the last; not checked is said, the page is usable, posting goes on`, async () => {
      const old = await risky(box);
      await corrupt(old);
      await page.keyboard.type("!");
      const second = await successor(page, old);
      await shown(page, "chip", (words) => words.includes("Stop"));
      await until(() => fallbackText(page), (text) => text === "", { what: "\"not checked\" of the first trap to go" });
      await corrupt(second);
      await page.keyboard.type("!");
      await says(page, /not checked/i);
      await until(() => linesOn(page), (lines) => lines.length === 0, { what: "the marks of a dead core to go" });
      await page.keyboard.type("?");
      await until(() => modelText(page, box), (text) => text === `${RISKY}!!?`, { what: "typing to go on" });
      assert.equal(frames(page), 1, "it is not replaced again");
      await post(page, box, boxOf(box).ways[0]);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual([sent.texts, sent.trusted], [[`${RISKY}!!?`], true]);
      await says(page, /without a check/i);
    });
  }

  test("a trap under the pause dialog: the press stays held and is asked about again", async () => {
    const old = await risky("x-home");
    await post(page, "x-home", "click");
    await shown(page, "pause");
    await corrupt(old);
    await lastPress(page, "Escape");
    await successor(page, old);
    await pauseFocused(page);
    assert.equal(browser.posted().length, 0);
    await press(page, "Escape");
    await shown(page, "chip");
    assert.equal(await modelText(page, "x-home"), RISKY);
    assert.equal(browser.posted().length, 0);
  });

  test("a crashed process: the frame is made anew in another one, and the draft is checked and held", async () => {
    const old = await risky("x-home");
    // Playwright gives a page up when one of its frames crashes; the page itself is well, and the protocol still reaches it.
    const client = await page.context().newCDPSession(page);
    const evaluate = async (expression) => (await client.send("Runtime.evaluate", { expression, returnByValue: true })).result.value;
    const frameTargets = async () => (await client.send("Target.getTargets")).targetInfos.filter((one) => one.type === "iframe" && one.url.includes("frame.html"));
    const [before] = await frameTargets();
    void (await page.context().newCDPSession(old)).send("Page.crash").catch(() => undefined);
    await until(frameTargets, (all) => all.length === 0, { ...RECOVERY, what: "the crash" });
    // The browser does not tell the page; the silence after the next key does.
    await client.send("Input.insertText", { text: "!" });
    await until(frameTargets, (all) => all.some((one) => one.url !== before?.url), { ...RECOVERY, what: "another frame" });
    await until(() => linesBy(client), (lines) => lines.length > 0, { ...RECOVERY, what: "marks by another frame" });
    await until(() => evaluate("__practice.texts().tweetTextarea_0"), (text) => text === `${RISKY}!`, { what: "typing to go on" });
    await evaluate(`document.querySelector('${boxOf("x-home").button}').click()`);
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0, "the new frame asks");
  });

  test("a core that is busy for too long is replaced, and the draft is checked again", async () => {
    const old = await risky("x-home");
    await old.evaluate((ms) => { setTimeout(() => { for (const end = Date.now() + ms; Date.now() < end;); }, 0); }, BUSY_MS);
    await page.keyboard.type("!");
    await says(page, /not checked/i);
    await successor(page, old);
    await until(() => linesOn(page), (lines) => lines.length > 0, { ...RECOVERY, what: "marks again" });
    assert.equal(await modelText(page, "x-home"), `${RISKY}!`);
  });

  test("an endless loop: not checked is said, typing and posting go on", async () => {
    const old = await risky("x-home");
    await old.evaluate(() => { setTimeout(() => { for (;;); }, 0); });
    await page.keyboard.type("!");
    await says(page, /not checked/i);
    await until(() => modelText(page, "x-home"), (text) => text === `${RISKY}!`, { what: "typing to go on" });
    await post(page, "x-home", "click");
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [`${RISKY}!`]);
  });
});
