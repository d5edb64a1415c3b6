// Every setting that a policy can lock, in the options page: open where the policy leaves it open, else shown as
// locked with whose policy it is; and every mistake of a policy named in the Policy tab.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";
import { until } from "./harness/index.mjs";
import { launchPages, violations } from "./pages-harness.mjs";
import { controls, givePolicy, keptBy, section } from "./policy-harness.mjs";

const WHOSE = "Set by Cedar Ridge";
const ACCOUNT = "x:@amy";

/** Where each lock shows: the section, and the names of the controls it takes away from the user. */
const LOCKS = {
  profiles: [["accounts", /^(mark|forget) /]],
  pauseSeconds: [["habits", /^pause_seconds$/]],
  sites: [["habits", /^watch_(x|facebook)$/]],
  statistics: [["habits", /^counts$/]],
  appearance: [["habits", /^quiet_chip$/], ["look", /^look$/]],
};
/** What "all" locks besides. */
const ONLY_BY_ALL = [["accounts", /^discipline$/], ["habits", /^small_community$/]];
/** Locked by taking the controls away: what is left of a section, and what is gone. */
const TAKEN_AWAY = { cards: "read ", reminders: "never " };
/** Never locked: a language is not the institution's business. */
const NEVER = /^language$/;

describe("what a policy locks", () => {
  /** @type {Awaited<ReturnType<typeof launchPages>>} */
  let browser;
  /** @type {import("playwright-core").Page} */
  let page;
  before(async () => (browser = await launchPages()));
  after(() => browser?.close());
  afterEach(() => page?.close());

  async function under(lockedSettings, more = {}) {
    await givePolicy(browser, { institutionNames: ["Cedar Ridge"], lockedSettings, ...more });
    await browser.context.serviceWorkers()[0].evaluate((key) => globalThis.chrome.storage.local.set({ kept: { profiles: { [key]: "personal" } } }), ACCOUNT);
    page = await browser.open("options.html#accounts");
    return page;
  }

  const of = async (name, pattern) => {
    await section(page, name);
    const found = (await controls(page)).filter((one) => pattern.test(one.name));
    assert.ok(found.length > 0, `no control in ${name} is like ${pattern}`);
    return found;
  };
  const assertLocked = async (name, pattern) => {
    for (const control of await of(name, pattern)) {
      assert.ok(control.disabled, `${name}: ${control.name} can be changed`);
      assert.ok(control.tags.includes(WHOSE), `${name}: ${control.name} says ${JSON.stringify(control.tags)}`);
    }
  };
  const assertOpen = async (name, pattern) => {
    for (const control of await of(name, pattern)) assert.ok(!control.disabled, `${name}: ${control.name} is locked`);
  };

  test("nothing is locked without a lock, and nobody is named", async () => {
    await under([]);
    for (const [name, pattern] of [...Object.values(LOCKS).flat(), ...ONLY_BY_ALL]) await assertOpen(name, pattern);
    for (const name of ["accounts", "habits", "rules", "cards", "look"]) {
      await section(page, name);
      assert.equal(await page.locator(".tag", { hasText: "Set by" }).count(), 0, name);
    }
  });

  for (const [lock, places] of Object.entries(LOCKS)) {
    test(`"${lock}" locks its own controls and no others`, async () => {
      await under([lock]);
      for (const [name, pattern] of places) await assertLocked(name, pattern);
      for (const [other, elsewhere] of Object.entries(LOCKS)) {
        if (other !== lock) for (const [name, pattern] of elsewhere) await assertOpen(name, pattern);
      }
    });
  }

  for (const [lock, act] of Object.entries(TAKEN_AWAY)) {
    test(`"${lock}" takes "${act.trim()}" away, and every one says whose policy it is`, async () => {
      await under([]);
      await section(page, "cards");
      const before = await page.locator(`[data-act^='${act}']`).count();
      assert.ok(before > 0);
      await page.close();
      await under([lock]);
      await section(page, "cards");
      assert.equal(await page.locator(`[data-act^='${act}']`).count(), 0);
      assert.equal(await page.locator(".card .tag", { hasText: WHOSE }).count(), before);
    });
  }

  test("\"notUseful\" is told among the rules, with whose policy it is", async () => {
    await under(["notUseful"]);
    await section(page, "rules");
    assert.equal(await page.locator("#main p .tag", { hasText: WHOSE }).count(), 1);
  });

  test("\"all\" locks everything but the language, and the pages stay accessible", async () => {
    await under(["all"]);
    for (const [name, pattern] of [...Object.values(LOCKS).flat(), ...ONLY_BY_ALL]) await assertLocked(name, pattern);
    await assertOpen("look", NEVER);
    for (const name of ["accounts", "habits", "rules", "cards", "look"]) {
      await section(page, name);
      assert.deepEqual(await violations(page), [], name);
    }
  });

  test("a locked control changes nothing, even when it is made to be pressed", async () => {
    await under(["profiles"]);
    await page.evaluate(() => {
      const one = /** @type {HTMLButtonElement} */ (document.querySelector("[data-act^='mark professional']"));
      one.disabled = false;
      one.click();
      const forget = /** @type {HTMLButtonElement} */ (document.querySelector("[data-act^='forget']"));
      forget.disabled = false;
      forget.click();
    });
    assert.equal((await keptBy(browser)).kept.profiles[ACCOUNT], "personal");
  });

  test("what the policy sets without a lock is told too: a site left out, counting off, an overridden rule, accounts", async () => {
    await under([], { sites: ["x"], statistics: "off", ruleOverrides: { "patient-named": "caution" }, professionalAccounts: ["x:@cedarridge"] });
    await assertLocked("habits", /^(watch_facebook|counts)$/);
    await assertOpen("habits", /^watch_x$/);
    await section(page, "rules");
    assert.equal(await page.textContent("#rule-patient-named summary .tag"), WHOSE);
    await section(page, "accounts");
    assert.match((await page.textContent("#main")) ?? "", /Set by Cedar Ridge\s*x:@cedarridge · Professional/);
  });

  test("every mistake stands in the Policy tab by its path, with given and expected, and the rest is in force", async () => {
    const broken = JSON.parse(readFileSync(join(ROOT, "tests/policies/broken.json"), "utf8"));
    const told = readFileSync(join(ROOT, "tests/policies/broken.txt"), "utf8").trimEnd().split("\n").slice(0, -1)
      .map((line) => line.replace("tests/policies/broken.json: ", ""));
    await givePolicy(browser, { ...broken, contact: "ext. 4410" });
    page = await browser.open("options.html#policy");
    const listed = () => page.locator(".errors li").allTextContents();
    assert.deepEqual((await until(listed, (all) => all.length > 0, { what: "the mistakes" })).sort(), [...told].sort());
    assert.match((await page.textContent("#main")) ?? "", /ext\. 4410/);
    assert.deepEqual(await violations(page), []);
  });

  test("a field that the browser dropped is told by its name", async () => {
    await givePolicy(browser, { institutionNames: ["Cedar Ridge"], expectedFields: ["institutionNames", "ownRules"] });
    page = await browser.open("options.html#policy");
    const [told] = await until(() => page.locator(".errors li").allTextContents(), (all) => all.length > 0, { what: "the missing field" });
    assert.match(told, /^"ownRules" is missing/);
  });
});
