// Real Chromium under policy: force-installed from an update server; values come late, are read, changed, spoiled and
// removed while a draft is open, which is judged anew each time and stays as it is.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { filesOf, zip } from "../../tools/package/archive.mjs";
import { DIST, version } from "../../tools/paths.mjs";
import { shown } from "./e2e-harness.mjs";
import { launchChromium, modelText, openBox, post, postedExactly, press, typeInto } from "./harness/index.mjs";
import { cannotWrite, policyFile, template, updateServer } from "./harness/managed.mjs";
import { pause, until } from "./harness/wait.mjs";

const FOLDER = "/etc/chromium/policies/managed";
// Playwright's defaults that would stop an installation by policy (platform facts, 0.6).
const IN_THE_WAY = [
  "--disable-background-networking",
  "--disable-default-apps",
  "--disable-component-extensions-with-background-pages",
  "--disable-extensions",
];
// Chromium looks for new files at once, else every few seconds; an installation takes some more.
const ARRIVAL = { timeoutMs: 40_000 };
const POLICY = {
  institutionNames: ["Cedar Ridge"],
  pauseSeconds: 5,
  lockedSettings: ["pauseSeconds", "appearance"],
  photoRule: true,
  ruleOverrides: { "patient-named": "stop" },
  groups: { Staff: { ruleEnforcement: { "patient-named": "pause" } } },
  ownRules: [{ id: "air", title: "An arrival by air", why: "In the news.", phrases: ["the helipad"], flags: ["the helipad"], allows: ["x"] }],
};
/** Nothing but the policy's own rule has anything to say of it. */
const DRAFT = "Busy night, the helipad lit up twice";
/** Longer than the page script waits for an answer: what is still held then is held for good. */
const HELD_MS = 450;

describe("a policy in Chromium", { skip: cannotWrite(FOLDER) }, () => {
  /** @type {Awaited<ReturnType<typeof launchChromium>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof updateServer>>} */
  let server;
  /** @type {ReturnType<typeof policyFile>} */
  let file;
  // Primum's frame beside a compose box: Playwright is not told of the worker of an extension that came by policy.
  /** @type {import("playwright-core").Frame} */
  let frame;
  /** @type {import("playwright-core").Page} */
  let page;

  const delivered = (policy) => JSON.parse(template("chrome-linux", policy, "--id", server.id, "--update-url", server.updateUrl));
  const put = (whole) => file.write(JSON.stringify(whole));
  const values = () => frame.evaluate(() => chrome.storage.managed.get(null));
  const kept = () => frame.evaluate(() => chrome.storage.local.get("policy"));
  /** The chip says so of the draft that is open, which nobody has touched. */
  const judged = async (words) => {
    await until(() => shown(page, "chip"), (chip) => chip.includes(words), { ...ARRIVAL, what: `the chip to say "${words}"` });
    assert.equal(await modelText(page, "x-home"), DRAFT);
  };
  /**
   * Opens a section of the options page and reads it until `enough`. Playwright cannot hold a page of an extension that
   * came by policy, but the frame can: both are documents of the one extension.
   */
  const inOptions = async (name, read, enough) => {
    const tab = await frame.evaluate((hash) => chrome.tabs.create({ url: `options.html#${hash}`, active: false }), name);
    try {
      return await until(() => frame.evaluate(read), enough, { ...ARRIVAL, what: `section ${name} of the options page` });
    } finally {
      await frame.evaluate((id) => chrome.tabs.remove(id), /** @type {number} */ (tab.id));
    }
  };
  /** What the Policy tab names as wrong. */
  const mistakes = (enough) => inOptions("policy", () => chrome.extension.getViews({ type: "tab" }).flatMap((view) =>
    [...view.document.querySelectorAll(".errors li")].map((line) => line.textContent ?? "")), enough);
  /** Names of the settings that are locked and say whose policy it is. */
  const locked = (name, enough) => inOptions(name, () => chrome.extension.getViews({ type: "tab" }).flatMap((view) =>
    [...view.document.querySelectorAll("label")].filter((label) => label.querySelector(".tag")?.textContent === "Set by Cedar Ridge")
      .map((label) => label.querySelector("select:disabled")?.getAttribute("data-field") ?? "nothing")), enough);

  before(async () => {
    server = await updateServer(zip(filesOf(join(DIST, "chromium"))), version());
    file = policyFile(join(FOLDER, `primum-test-${process.pid}.json`));
    const { ["3rdparty"]: _later, ...only } = delivered(POLICY);
    put(only);
    browser = await launchChromium({ ignoreDefaultArgs: IN_THE_WAY });
  });
  after(async () => {
    file?.remove();
    await browser?.close();
    await server?.close();
  });

  test("installs the package by force", async () => {
    page = await browser.newPage();
    const own = () => page.frames().find((one) => one.url().includes("/frame.html"));
    const watched = async () => {
      await openBox(page, "x-home");
      await typeInto(page, "x-home", DRAFT);
      return until(own, (found) => found !== undefined, { timeoutMs: 3000, what: "the frame" }).catch(() => undefined);
    };
    frame = /** @type {any} */ (await until(watched, (found) => found !== undefined, { ...ARRIVAL, what: "the extension" }));
    assert.equal(await frame.evaluate(() => chrome.runtime.id), server.id);
    assert.equal(await frame.evaluate(() => chrome.runtime.getManifest().version), version());
    // Playwright is not told of its pages, so the extension itself is asked.
    assert.equal(await frame.evaluate(() => chrome.extension.getViews({ type: "tab" }).length), 0, "no first-run page where a policy installs");
    assert.deepEqual(await values(), {});
    await judged("Nothing found");
  });

  test("hands over late values, nested ones too, with the list of what was set; the open draft is judged by them", async () => {
    put(delivered(POLICY));
    const found = await until(values, (all) => Object.keys(all).length > 0, { ...ARRIVAL, what: "managed values" });
    const { expectedFields, ...rest } = found;
    assert.deepEqual(rest, POLICY);
    assert.deepEqual([...expectedFields].sort(), Object.keys(POLICY).sort());
    await judged("Caution");
    assert.deepEqual((await until(kept, ({ policy }) => policy?.pauseSeconds === 5, { what: "the copy of it" })).policy, found);
  });

  test("locks what it says, and tells whose policy it is", async () => {
    assert.deepEqual(await locked("habits", (names) => names.length > 0), ["pause_seconds", "quiet_chip"]);
    assert.deepEqual(await locked("look", (names) => names.length > 0), ["look"]);
  });

  test("hands over a change while it runs, and says so", async () => {
    await frame.evaluate(() => {
      /** @type {any} */ (globalThis).changes = [];
      chrome.storage.managed.onChanged.addListener((change) => /** @type {any} */ (globalThis).changes.push(Object.keys(change)));
    });
    put(delivered({ ...POLICY, pauseSeconds: 9, ruleOverrides: { ...POLICY.ruleOverrides, air: "stop" } }));
    await until(values, (all) => all.pauseSeconds === 9, { ...ARRIVAL, what: "the changed value" });
    const changes = () => frame.evaluate(() => /** @type {any} */ (globalThis).changes.flat());
    assert.ok((await until(changes, (all) => all.length > 0, { what: "the change event" })).includes("pauseSeconds"));
    await judged("Stop");
    await post(page, "x-home", "click");
    await shown(page, "pause", (words) => words.includes("An arrival by air"));
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("a change under the open dialog: the press stays held, and is asked about by what holds now", async () => {
    put(delivered({ ...POLICY, ruleEnforcement: { air: "pause_with_reason" } }));
    await until(values, (all) => "ruleEnforcement" in all, { ...ARRIVAL, what: "the change" });
    await pause(HELD_MS);
    assert.equal(browser.posted().length, 0, "a change posts nothing by itself");
    await press(page, "Escape");
    await judged("Caution");
    await post(page, "x-home", "click");
    await shown(page, "pause", (words) => words.includes("choose what applies"));
    await press(page, "Escape");
    await judged("Caution");
  });

  test("drops a field of the wrong type without a word, and keeps the others: the announced list tells", async () => {
    const whole = delivered(POLICY);
    whole["3rdparty"].extensions[server.id].ownRules[0].phrases = "the helipad";
    put(whole);
    const found = await until(values, (all) => !("ownRules" in all), { ...ARRIVAL, what: "the dropped field" });
    assert.equal(found.pauseSeconds, 5);
    assert.ok(found.expectedFields.includes("ownRules"));
    await judged("Nothing found");
    assert.match((await mistakes((all) => all.length > 0))[0], /^"ownRules" is missing, expected the value that "expectedFields" announces/);
  });

  test("hands over what only our own reader refuses: a word, a range, a rule that is not there", async () => {
    const whole = delivered(POLICY);
    Object.assign(whole["3rdparty"].extensions[server.id], { pauseSeconds: 99, enforcement: "block", ruleOverrides: { nosuch: "off" } });
    put(whole);
    const found = await until(values, (all) => all.pauseSeconds === 99, { ...ARRIVAL, what: "the odd values" });
    assert.equal(found.enforcement, "block");
    assert.deepEqual(found.ruleOverrides, { nosuch: "off" });
    const told = (await mistakes((all) => all.length >= 3)).map((line) => line.split('"')[1]);
    assert.deepEqual(told.sort(), ["enforcement", "pauseSeconds", "ruleOverrides.nosuch"]);
    await judged("Caution");
  });

  test("takes the values away with the policy, then the extension itself", async () => {
    const whole = delivered(POLICY);
    delete whole["3rdparty"];
    put(whole);
    await until(values, (all) => Object.keys(all).length === 0, { ...ARRIVAL, what: "no values" });
    await judged("Nothing found");
    assert.deepEqual(await until(kept, ({ policy }) => Object.keys(policy).length === 0, { what: "the copy to go" }), { policy: {} });
    await post(page, "x-home", "click");
    assert.deepEqual((await postedExactly(browser, 1))[0].texts, [DRAFT]);
    put({});
    const gone = () => frame.evaluate(() => globalThis.chrome?.runtime?.id === undefined).catch(() => true);
    await until(gone, (is) => is, { ...ARRIVAL, what: "the extension to go" });
  });
});

describe("a policy taken away while Chromium is closed", { skip: cannotWrite(FOLDER) }, () => {
  /** @type {Awaited<ReturnType<typeof updateServer>>} */
  let server;
  /** @type {ReturnType<typeof policyFile>} */
  let file;
  let profile;
  before(async () => {
    server = await updateServer(zip(filesOf(join(DIST, "chromium"))), version());
    file = policyFile(join(FOLDER, `primum-test-${process.pid}.json`));
    profile = mkdtempSync(join(tmpdir(), "primum-profile-"));
  });
  after(async () => {
    file?.remove();
    await server?.close();
    if (profile) rmSync(profile, { recursive: true, force: true });
  });

  /** Starts the browser, and reads what Primum has of the policy until it is so. */
  async function untilKept(enough, what) {
    const browser = await launchChromium({ profile, ignoreDefaultArgs: IN_THE_WAY });
    try {
      const page = await browser.newPage();
      const own = () => page.frames().find((one) => one.url().includes("/frame.html"));
      const kept = async () => {
        if (!own()) {
          await openBox(page, "x-home");
          await typeInto(page, "x-home", DRAFT);
          await until(own, (found) => found !== undefined, { timeoutMs: 3000, what: "the frame" }).catch(() => undefined);
        }
        return own()?.evaluate(() => chrome.storage.local.get("policy"));
      };
      return await until(kept, (all) => all?.policy !== undefined && enough(all.policy), { ...ARRIVAL, what });
    } finally {
      await browser.close();
    }
  }

  test("is known after a restart, and forgotten by the next one when its values went meanwhile", async () => {
    const whole = JSON.parse(template("chrome-linux", POLICY, "--id", server.id, "--update-url", server.updateUrl));
    file.write(JSON.stringify(whole));
    await untilKept((policy) => policy.pauseSeconds === 5, "the copy of the policy");
    await untilKept((policy) => policy.pauseSeconds === 5, "the copy after a restart");
    delete whole["3rdparty"];
    file.write(JSON.stringify(whole));
    await untilKept((policy) => Object.keys(policy).length === 0, "the copy to be forgotten");
  });
});
