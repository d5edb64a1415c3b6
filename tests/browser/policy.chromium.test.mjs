// Real Chromium under policy: force-installed from an update server, values read, changed live, spoiled, removed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { join } from "node:path";
import { filesOf, zip } from "../../tools/package/archive.mjs";
import { DIST, version } from "../../tools/paths.mjs";
import { launchChromium, openBox, typeInto } from "./harness/index.mjs";
import { cannotWrite, policyFile, template, updateServer } from "./harness/managed.mjs";
import { until } from "./harness/wait.mjs";

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
  lockedSettings: ["profiles"],
  photoRule: true,
  ruleOverrides: { "patient-named": "stop" },
  groups: { Staff: { ruleEnforcement: { "patient-named": "pause" } } },
  ownRules: [{ id: "air", title: "An arrival by air", why: "In the news.", phrases: ["the helipad"], flags: ["the helipad"], allows: ["x"] }],
};

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

  const delivered = (policy) => JSON.parse(template("chrome-linux", policy, "--id", server.id, "--update-url", server.updateUrl));
  const put = (whole) => file.write(JSON.stringify(whole));
  const values = () => frame.evaluate(() => chrome.storage.managed.get(null));

  before(async () => {
    server = await updateServer(zip(filesOf(join(DIST, "chromium"))), version());
    file = policyFile(join(FOLDER, `primum-test-${process.pid}.json`));
    put(delivered(POLICY));
    browser = await launchChromium({ ignoreDefaultArgs: IN_THE_WAY });
  });
  after(async () => {
    file?.remove();
    await browser?.close();
    await server?.close();
  });

  test("installs the package by force", async () => {
    const page = await browser.newPage();
    const own = () => page.frames().find((one) => one.url().includes("/frame.html"));
    const watched = async () => {
      await openBox(page, "x-home");
      await typeInto(page, "x-home", "Rounds are done");
      return until(own, (found) => found !== undefined, { timeoutMs: 3000, what: "the frame" }).catch(() => undefined);
    };
    frame = /** @type {any} */ (await until(watched, (found) => found !== undefined, { ...ARRIVAL, what: "the extension" }));
    assert.equal(await frame.evaluate(() => chrome.runtime.id), server.id);
    assert.equal(await frame.evaluate(() => chrome.runtime.getManifest().version), version());
    assert.deepEqual(browser.context.pages().filter((one) => one.url().includes("options.html")), [], "no first-run page where a policy installs");
  });

  test("hands over every value, nested ones too, and the list of what was set", async () => {
    const found = await until(values, (all) => Object.keys(all).length > 0, { ...ARRIVAL, what: "managed values" });
    const { expectedFields, ...rest } = found;
    assert.deepEqual(rest, POLICY);
    assert.deepEqual([...expectedFields].sort(), Object.keys(POLICY).sort());
  });

  test("hands over a change while it runs, and says so", async () => {
    await frame.evaluate(() => {
      /** @type {any} */ (globalThis).changes = [];
      chrome.storage.managed.onChanged.addListener((change) => /** @type {any} */ (globalThis).changes.push(Object.keys(change)));
    });
    put(delivered({ ...POLICY, pauseSeconds: 9 }));
    await until(values, (all) => all.pauseSeconds === 9, { ...ARRIVAL, what: "the changed value" });
    const changes = () => frame.evaluate(() => /** @type {any} */ (globalThis).changes.flat());
    assert.ok((await until(changes, (all) => all.length > 0, { what: "the change event" })).includes("pauseSeconds"));
  });

  test("drops a field of the wrong type without a word, and keeps the others: the announced list tells", async () => {
    const whole = delivered(POLICY);
    whole["3rdparty"].extensions[server.id].ownRules[0].phrases = "the helipad";
    put(whole);
    const found = await until(values, (all) => !("ownRules" in all), { ...ARRIVAL, what: "the dropped field" });
    assert.equal(found.pauseSeconds, 5);
    assert.ok(found.expectedFields.includes("ownRules"));
  });

  test("hands over what only our own reader refuses: a word, a range, a rule that is not there", async () => {
    const whole = delivered(POLICY);
    Object.assign(whole["3rdparty"].extensions[server.id], { pauseSeconds: 99, enforcement: "block", ruleOverrides: { nosuch: "off" } });
    put(whole);
    const found = await until(values, (all) => all.pauseSeconds === 99, { ...ARRIVAL, what: "the odd values" });
    assert.equal(found.enforcement, "block");
    assert.deepEqual(found.ruleOverrides, { nosuch: "off" });
  });

  test("takes the values away with the policy, then the extension itself", async () => {
    const whole = delivered(POLICY);
    delete whole["3rdparty"];
    put(whole);
    await until(values, (all) => Object.keys(all).length === 0, { ...ARRIVAL, what: "no values" });
    put({});
    const gone = () => frame.evaluate(() => globalThis.chrome?.runtime?.id === undefined).catch(() => true);
    await until(gone, (is) => is, { ...ARRIVAL, what: "the extension to go" });
  });
});
