// Primum's own pages as people set their screens: right to left, in forced colours, without motion, large letters,
// narrow windows; and every control of every page with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pause, until } from "./harness/index.mjs";
import { FILES, launchPages, stored, tabTo } from "./pages-harness.mjs";

/** What can be reached by Tab, in the page's order; a name for each. */
const controlsOf = (page) => page.evaluate(() =>
  [...document.querySelectorAll("a[href], button:enabled, select:enabled, input:enabled, textarea, summary")]
    .filter((one) => /** @type {HTMLElement} */ (one).checkVisibility())
    .map((one) => (one.setAttribute("data-walk", String(/** @type {any} */ (globalThis).walked = (/** @type {any} */ (globalThis).walked ?? 0) + 1)), one.getAttribute("data-walk"))));

/** The control with the focus, and whether the focus can be seen. */
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  const style = one ? getComputedStyle(one) : null;
  return { name: one?.getAttribute("data-walk") ?? null, isSeen: style?.outlineStyle !== "none" && style?.outlineWidth !== "0px" };
});

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("the pages, however they are looked at", () => {
  /** @type {Awaited<ReturnType<typeof launchPages>>} */
  let browser;
  before(async () => (browser = await launchPages()));
  after(() => browser?.close());

  for (const file of FILES) {
    test(`${file}: every control by Tab, in the page's order, and the focus is seen`, async () => {
      const page = await browser.open(file);
      const wanted = await controlsOf(page);
      assert.ok(wanted.length > 0);
      await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
      const reached = [];
      for (let at = 0; at < wanted.length; at += 1) {
        await page.keyboard.press("Tab");
        const { name, isSeen } = await focused(page);
        assert.ok(isSeen, `the focus on control ${name} cannot be seen`);
        reached.push(name);
      }
      assert.deepEqual(reached, wanted);
      await page.close();
    });

    test(`${file}: right to left it is mirrored, in narrow and wide windows, with large letters, and nothing is cut off`, async () => {
      const page = await browser.open(file);
      for (const dir of ["rtl", "ltr"]) {
        for (const [width, size] of [[320, "100%"], [640, "200%"], [1280, "200%"], [1280, "100%"]]) {
          await page.setViewportSize({ width, height: 700 });
          await page.evaluate(([direction, letters]) => {
            document.documentElement.dir = direction;
            document.documentElement.style.fontSize = letters;
            document.querySelectorAll("details").forEach((one) => (one.open = true));
          }, [dir, size]);
          assert.equal(await overflow(page), 0, `${dir}, ${width} px, letters ${size}`);
        }
        const aside = await page.evaluate(() => {
          const [nav, section] = ["nav", "section"].map((tag) => document.querySelector(`.options #main > ${tag}`)?.getBoundingClientRect());
          return nav && section ? Math.sign(nav.left - section.left) : null;
        });
        if (aside !== null) assert.equal(aside, dir === "rtl" ? 1 : -1, "the sections stand at the line's start");
      }
      await page.close();
    });
  }

  test("forced colours: what is chosen, current or severe is told by lines and shapes", async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ forcedColors: "active" });
    const id = await browser.extensionId();
    const style = (selector, name) => page.$eval(selector, (one, property) => getComputedStyle(one).getPropertyValue(property), name);
    await page.goto(`chrome-extension://${id}/options.html#habits`);
    await page.waitForSelector("nav a[aria-current]");
    assert.notEqual(await style("nav a[aria-current]", "outline-style"), "none");
    await page.goto(`chrome-extension://${id}/practice.html`);
    await page.waitForSelector("[data-field=text]");
    await page.fill("[data-field=text]", "Mrs. Lindqvist in bed 12 finally slept");
    await page.waitForSelector("#result mark.mark-stop");
    assert.equal(await style("#result mark.mark-stop", "text-decoration-style"), "double");
    assert.notEqual(await style(".verdict", "border-top-style"), "none");
    assert.notEqual(await style(".icon-stop", "background-color"), "rgba(0, 0, 0, 0)", "the sign is painted");
    assert.notEqual(await style(".icon-stop", "clip-path"), "none", "and keeps its shape");
    assert.notEqual(await style(".primary, .choice", "border-top-style"), "none");
    await page.close();
  });

  test("without motion nothing moves", async () => {
    for (const file of FILES) {
      const page = await browser.newPage();
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(`chrome-extension://${await browser.extensionId()}/${file}`);
      await until(() => page.evaluate(() => document.querySelector("#main")?.childElementCount ?? 0), (count) => count > 0, { what: `${file} to be drawn` });
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, file);
      await page.close();
    }
  });

  test("every page and section has a title of its own, and says its language and direction", async () => {
    const titles = new Set();
    for (const file of FILES) {
      const page = await browser.open(file);
      const title = await page.title();
      assert.match(title, /Primum$/);
      titles.add(title);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "ltr"]);
      await page.close();
    }
    assert.equal(titles.size, FILES.length, [...titles].join("; "));
  });
});

describe("the keyboard alone", () => {
  /** @type {Awaited<ReturnType<typeof launchPages>>} */
  let browser;
  before(async () => (browser = await launchPages()));
  after(() => browser?.close());

  test("a section is gone to, its heading is read first, a text is changed and copied", async () => {
    const page = await browser.open("options.html#accounts");
    await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await tabTo(page, "nav a[href='#templates']");
    await page.keyboard.press("Enter");
    await until(() => page.evaluate(() => document.activeElement?.textContent), (text) => text === "Texts to copy", { what: "the focus on the heading" });
    await tabTo(page, "#template-remove-tag-request summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "#text-remove-tag-request");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Please take it down");
    await tabTo(page, "[data-act='copy remove-tag-request']");
    await page.keyboard.press("Space");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "Please take it down");
    assert.equal(await page.getAttribute("#told", "role"), "status");
    assert.equal(await page.textContent("#told"), "Copied.");
    await page.close();
  });

  for (const helper of ["regretted-post", "colleague-post", "tagged", "confidential-consult", "internal-routes", "ask-first"]) {
    test(`help, ${helper}: opened, steps in order, whom to ask`, async () => {
      const page = await browser.open("options.html#help");
      await tabTo(page, `#help-${helper} summary`);
      await page.keyboard.press("Enter");
      assert.equal(await page.getAttribute(`#help-${helper}`, "open"), "");
      assert.ok((await page.locator(`#help-${helper} > ol > li`).count()) >= 3);
      const words = (await page.textContent(`#help-${helper}`)) ?? "";
      if (helper === "colleague-post") assert.ok(words.search(/private/i) < words.search(/Your contact/), "a private word comes before the route");
      if (helper === "regretted-post") assert.match(words, /Your contact: the privacy office of your workplace/);
      await page.close();
    });
  }

  test("how Primum works: each choice is kept", async () => {
    const page = await browser.open("options.html#habits");
    const choose = async (field, value) => {
      await tabTo(page, `[data-field=${field}]`);
      await page.selectOption(`[data-field=${field}]`, value);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-field")), field, "the focus stays");
    };
    for (const [field, value] of [["pause_seconds", "10"], ["quiet_chip", "yes"], ["watch_x", "no"], ["counts", "no"], ["small_community", "yes"]]) await choose(field, value);
    const kept = await until(() => stored(page), (all) => all.preferences?.small_community === true, { what: "the settings" });
    const { pause_seconds, quiet_chip, counts_off, sites_off } = kept.preferences;
    assert.deepEqual({ pause_seconds, quiet_chip, counts_off, sites_off }, { pause_seconds: 10, quiet_chip: true, counts_off: true, sites_off: ["x"] });
    await page.close();
  });

  test("everything is deleted only after a second word, and Keep keeps it", async () => {
    const page = await browser.open("options.html#data");
    await page.evaluate(() => /** @type {any} */ (globalThis).chrome.storage.local.set({ kept: { profiles: { "x:@amy": "personal" }, silenced: {}, asked_day: 0 } }));
    await until(() => page.textContent("#main"), (words) => (words ?? "").includes("Accounts you marked: 1"), { what: "the account" });
    for (const [answer, isKept] of [["keep_all", true], ["delete_all", false]]) {
      await tabTo(page, "[data-act=ask_delete]");
      await page.keyboard.press("Enter");
      await page.waitForSelector("[role=alertdialog]");
      await tabTo(page, `[data-act=${answer}]`);
      await page.keyboard.press("Enter");
      await pause(200);
      assert.equal("kept" in (await stored(page)), isKept);
    }
    await page.close();
  });

  test("the first run: skipped in one step, opened again where it was left", async () => {
    const page = await browser.open("options.html#welcome");
    await tabTo(page, "[data-act='step 3']");
    await page.keyboard.press("Enter");
    await until(() => stored(page), (all) => all.preferences?.welcome === 3, { what: "the skip to be kept" });
    assert.match((await page.textContent("h1")) ?? "", /You are ready/);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "what now stands there is read from its top");
    await page.close();
  });
});
