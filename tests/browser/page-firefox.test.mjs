// The same page script in real Firefox: held and replayed once, "Edit" posts nothing, fixes and undo, no frame.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { buildPageExtension } from "../page/build.mjs";
import { launchFirefox, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const RISKY = "a cautious word 🙂";
/** Well past the page script's wait of 300 ms. */
const HELD_MS = 500;
/** Long after {@link HELD_MS}: the driver gives a press back late on a busy machine. */
const DECIDE_MS = 2500;

let browser;
let page;

async function open(options) {
  const extensionDir = await buildPageExtension({ tells_page: true, ...options }, "firefox");
  browser = await launchFirefox({ extensionDir });
  page = await browser.newPage();
  await page.bringToFront();
}

async function write(id, text) {
  await openBox(page, id);
  await page.evaluate(() => addEventListener("message", ({ data }) => { globalThis.seen = data?.seen ?? globalThis.seen; }));
  await typeInto(page, id, text);
  await until(() => modelText(page, id), (t) => t === text, { what: "the draft in the model" });
  await until(() => page.evaluate(() => globalThis.seen), (seen) => seen === text, { what: "the draft in the frame" });
}

describe("the page script in Firefox", () => {
  afterEach(() => browser?.close());

  test("each kind of press is held, then posted once", async () => {
    await open({ decide: "post", decide_ms: DECIDE_MS, repeat_decision: 2 });
    for (const [id, way] of [["x-home", "click"], ["x-home", "ctrl-enter"], ["x-message", "enter"], ["facebook-post", "button-space"], ["facebook-comment", "enter"], ["messenger", "click"]]) {
      browser.reset();
      await write(id, RISKY);
      await post(page, id, way);
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0, `${id} by ${way} is held`);
      const [sent] = await postedExactly(browser, 1);
      assert.deepEqual(sent.texts, [RISKY]);
    }
    browser.reset();
    await write("x-home", "plain");
    await post(page, "x-home", "click");
    assert.equal((await postedExactly(browser, 1))[0].trusted, true);
  });

  test("\"Edit\" posts nothing, and typing goes on", async () => {
    await open({ decide: "edit", decide_ms: 200 });
    await write("facebook-comment", "a cautious word");
    await post(page, "facebook-comment", "enter");
    await pause(800);
    assert.equal(browser.posted().length, 0);
    await page.keyboard.type("s");
    await until(() => modelText(page, "facebook-comment"), (t) => t === "a cautious words", { what: "typing to go on" });
  });

  test("fixes and the editor's undo", async () => {
    await open({ fix_at: "end" });
    for (const id of ["x-home", "facebook-post", "x-chat"]) {
      const text = "a cautious day\nstopword end";
      await openBox(page, id);
      await typeInto(page, id, text.slice(0, -1));
      await pause(700);
      await page.keyboard.type("d");
      await until(() => modelText(page, id), (t) => t === "a [out] day\n[out] end", { what: `the fix in ${id}` });
      await pause(300);
      for (let i = 0; i < 8 && (await modelText(page, id)) !== text; i += 1) {
        await press(page, "Control+z");
        await pause(80);
      }
      const undone = await modelText(page, id);
      assert.ok([text, text.slice(0, -1)].includes(undone), `${id}: undo gave ${JSON.stringify(undone)}`);
    }
  });

  test("without a frame posting goes on", async () => {
    await open({ silent: true });
    await write("x-home", RISKY);
    await post(page, "x-home", "ctrl-enter");
    await postedExactly(browser, 1);
  });
});
