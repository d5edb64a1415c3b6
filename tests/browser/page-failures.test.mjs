// When the frame cannot answer: posting is never blocked silently, "not checked" is said, and what policy keeps is said too.
import assert from "node:assert/strict";
import { after, afterEach, describe, test } from "node:test";
import { boxOf, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";
import { draftSeen, fallbackText, frameOf, heardBy, launchWithPageScript, linesOn, marksAre } from "./page-harness.mjs";

const RISKY = "a cautious word";
const HELD_MS = 450;
/** Longer than a frame in another's place has to start; after that a press is let through as it is. */
const RESTART_MS = 3000;

/** @type {any} */
let browser;
let page;

async function open(options, id, text = RISKY) {
  browser = await launchWithPageScript(options);
  page = await browser.newPage();
  await openBox(page, id);
  await typeInto(page, id, text);
  await until(() => modelText(page, id), (t) => t === text, { what: "the draft" });
}

/** A frame is made twice before it is given up, and each has seconds to start. */
const GIVEN_UP = { timeoutMs: 15_000 };
const says = (pattern) => until(() => fallbackText(page), (t) => pattern.test(t), { ...GIVEN_UP, what: `the chip to say ${pattern}` });
/** The frame says that its core has ended, and is taken away for it, maybe before the driver hears that it was said. */
const endedIn = (frame) => frame.evaluate(() => globalThis.sayAs({ t: "ended" })).catch(() => undefined);

describe("failures", () => {
  afterEach(() => browser?.close());

  for (const id of ["x-home", "facebook-comment"]) {
    test(`${id}: no answer in time lets the post go, once, and says so`, async () => {
      await open({ silent: true }, id);
      const start = Date.now();
      await post(page, id, boxOf(id).ways[1]);
      assert.deepEqual((await postedExactly(browser, 1))[0].texts, [RISKY]);
      assert.ok(Date.now() - start < 2500);
      await says(/not checked/i);
    });

    test(`${id}: under "closed" nothing is posted without an answer, and it is said`, async () => {
      await open({ silent: true, config: { fail: "closed" } }, id);
      await draftSeen(page, (d) => d.text === RISKY);
      await post(page, id, boxOf(id).ways[0]);
      await says(/not posted/i);
      await pause(HELD_MS);
      assert.equal(browser.posted().length, 0);
      assert.equal(await modelText(page, id), RISKY, "the draft stays");
    });
  }

  for (const fail of ["open", "closed"]) {
    test(`a core that ends twice, under "${fail}": not checked, and what policy says happens to the press`, async () => {
      await open({ config: { fail } }, "x-home");
      await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
      const first = await frameOf(page);
      await endedIn(first);
      const second = await until(() => page.frames().find((f) => f !== first && f.url().includes("frame.html")), (f) => f !== undefined, { ...GIVEN_UP, what: "another frame" });
      await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
      await endedIn(second);
      await says(/not checked/i);
      await until(() => linesOn(page), (lines) => lines.length === 0, { what: "the marks of a dead core to go" });
      await post(page, "x-home", "click");
      if (fail === "open") {
        assert.equal((await postedExactly(browser, 1))[0].trusted, true);
      } else {
        await says(/not posted/i);
        await pause(HELD_MS);
        assert.equal(browser.posted().length, 0);
      }
      assert.equal(await modelText(page, "x-home"), fail === "open" ? "" : RISKY, "the draft is where it belongs");
    });
  }

  test("a frame that cannot be loaded: not checked is shown, posting goes on with the browser's own event", async () => {
    await open({ no_frame: true }, "x-home");
    await says(/not checked/i);
    await pause(RESTART_MS);
    await post(page, "x-home", "click");
    const [sent] = await postedExactly(browser, 1);
    assert.equal(sent.trusted, true);
    await says(/without a check/i);
  });

  test("a frame that dies under its dialog gives the page back without posting, and says so", async () => {
    await open({ die_on_press: true }, "facebook-post");
    await marksAre(page, boxOf("facebook-post").editor, [["cautious", "caution"]]);
    await post(page, "facebook-post", "click");
    await says(/stopped working/i);
    assert.equal(browser.posted().length, 0);
    await until(() => linesOn(page), (lines) => lines.length === 0, { what: "the marks of a dead frame to go" });
    await press(page, "End");
    await page.keyboard.type("!");
    await until(() => modelText(page, "facebook-post"), (t) => t === `${RISKY}!`, { what: "the page to be usable" });
    await post(page, "facebook-post", "click");
    await postedExactly(browser, 1);
  });

  test("an answer of \"not checked\" lets the post go and says so", async () => {
    await open({ verdict: "not_checked" }, "x-home");
    await draftSeen(page, (d) => d.text === RISKY);
    await pause(100);
    await post(page, "x-home", "ctrl-enter");
    await postedExactly(browser, 1);
    await says(/without a check/i);
  });

  test("a late answer, within the wait: the press waits for it and is then asked about", async () => {
    await open({ delay_ms: 200 }, "x-home", "a ");
    await page.keyboard.insertText("stopword");
    await post(page, "x-home", "ctrl-enter");
    const frame = await frameOf(page);
    await until(() => heardBy(frame, "press"), (p) => p.length === 1, { what: "the press" });
    assert.equal(browser.posted().length, 0);
    await frame.click("#post");
    await postedExactly(browser, 1);
  });

  for (const way of ["click", "ctrl-enter", "button-space"]) {
    test(`a late answer that finds nothing: posted once by ${way}`, async () => {
      await open({ delay_ms: 150 }, "x-home", "plain");
      await post(page, "x-home", way);
      await postedExactly(browser, 1);
    });
  }

  test("the page's rule changes: policy stops the watching, marks go, posting is untouched", async () => {
    await open({}, "x-home");
    await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
    const frame = await frameOf(page);
    await frame.evaluate(() => globalThis.sayAs({ t: "config", wait_ms: 300, fail: "open", watch: false, actions: false, reminders: false }));
    await until(() => linesOn(page), (l) => l.length === 0, { what: "no marks" });
    await post(page, "x-home", "click");
    assert.equal((await postedExactly(browser, 1))[0].trusted, true);
  });

  test("an anchor that is gone is named, and the text is still checked", async () => {
    browser = await launchWithPageScript({ config: { anchors: { x: { post_button: "[data-testid='moved']" } } } });
    page = await browser.newPage();
    await openBox(page, "x-home");
    const frame = await frameOf(page);
    await page.keyboard.type(RISKY);
    await draftSeen(page, (d) => d.text === RISKY);
    await until(() => heardBy(frame, "box"), (all) => all.some((b) => b.missing === "x.post_button"), { what: "the missing anchor" });
    await post(page, "x-home", "ctrl-enter");
    await until(() => heardBy(frame, "press"), (p) => p.length === 1, { what: "the key still held" });
  });

  /** Unpacked extensions come back after a reload only in developer mode. */
  async function reload({ comesBack }) {
    const admin = await browser.newPage();
    await admin.goto("chrome://extensions/");
    await admin.evaluate((inDeveloperMode) => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode }), comesBack);
    await browser.context.serviceWorkers()[0].evaluate(() => { setTimeout(() => chrome.runtime.reload(), 50); });
    const states = () => admin.evaluate(async () => (await chrome.developerPrivate.getExtensionsInfo()).map((e) => e.state));
    await pause(500);
    if (comesBack) await until(states, (all) => all.every((s) => s === "ENABLED"), { what: "the extension to come back" });
    await pause(1000);
    await admin.close();
  }

  test("after an update the new script takes over an open page, and the old one is gone", async () => {
    await open({}, "x-home");
    await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
    const old = await frameOf(page);
    await reload({ comesBack: true });
    await page.click(boxOf("x-home").editor);
    await press(page, "End");
    await page.keyboard.type("!");
    const frame = await until(() => page.frames().find((f) => f !== old && f.url().includes("frame.html")), (f) => f !== undefined, { what: "the new frame" });
    const hosts = () => page.evaluate(() => [...document.documentElement.children].filter((e) => e.localName.includes("-")).length);
    await until(hosts, (n) => n === 1, { what: "one host" });
    await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
    await post(page, "x-home", "click");
    await until(() => heardBy(frame, "press"), (p) => p.length === 1, { what: "the press in the new frame" });
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
    await frame.click("#post");
    await postedExactly(browser, 1);
  });

  test("an orphan, its extension gone, says that it is not watching and holds nothing", async () => {
    await open({}, "x-home");
    await marksAre(page, boxOf("x-home").editor, [["cautious", "caution"]]);
    await reload({ comesBack: false });
    await page.click(boxOf("x-home").editor);
    await page.keyboard.type("!");
    await says(/not watching/i);
    await until(() => linesOn(page), (lines) => lines.length === 0, { what: "the marks of an orphan to go" });
    await post(page, "x-home", "click");
    assert.equal((await postedExactly(browser, 1))[0].trusted, true);
  });
});
