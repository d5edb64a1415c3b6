// Real Firefox under policies.json, as `primum policy template firefox` writes it: force-installed, values handed over.
// Firefox only lets an add-on speak for itself, so a small probe stands in for the package and reports what it was given.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { zip } from "../../tools/package/archive.mjs";
import { launchFirefox } from "./harness/index.mjs";
import { cannotWrite, policyFile, serve, template } from "./harness/managed.mjs";
import { until } from "./harness/wait.mjs";

const FILE = "/etc/firefox/policies/policies.json";
// Not our own id: other tests install the package at the same time.
const ID = "primum-policy-test@primum.invalid";
const ARRIVAL = { timeoutMs: 40_000 };
const POLICY = { institutionNames: ["Cedar Ridge"], pauseSeconds: 5, photoRule: true, ruleOverrides: { "patient-named": "stop" } };

/** An add-on that tells the server what managed storage gave it, and whether it may run in private windows. */
function probe(url) {
  const manifest = {
    manifest_version: 2,
    name: "Policy probe",
    version: "1",
    permissions: ["storage", `${new URL(url).origin.replace(/:\d+$/, "")}/*`],
    background: { scripts: ["probe.js"] },
    browser_specific_settings: { gecko: { id: ID } },
  };
  const script = `Promise.all([browser.storage.managed.get(null), browser.extension.isAllowedIncognitoAccess()]).then(([all, isPrivate]) =>
    fetch(${JSON.stringify(`${url}/report`)}, { method: "POST", body: JSON.stringify({ all, isPrivate }) }));`;
  return zip(new Map([["manifest.json", Buffer.from(JSON.stringify(manifest))], ["probe.js", Buffer.from(script)]]));
}

describe("a policy in Firefox", { skip: cannotWrite(FILE) }, () => {
  let browser, server, file, reported;

  before(async () => {
    server = await serve((request) => {
      if (request.url === "/primum.xpi") return { body: probe(server.url), type: "application/x-xpinstall" };
      if (request.url !== "/report") return undefined;
      let text = "";
      request.on("data", (part) => { text += part; });
      request.on("end", () => { reported = JSON.parse(text); });
      return { body: "" };
    });
    file = policyFile(FILE);
    const whole = JSON.parse(template("firefox", POLICY, "--id", ID, "--update-url", `${server.url}/primum.xpi`));
    // The probe is not signed by Mozilla; a package for staff has to be.
    whole.policies.Preferences = { "xpinstall.signatures.required": { Value: false, Status: "locked" } };
    file.write(JSON.stringify(whole));
    browser = await launchFirefox();
  });
  after(async () => {
    file?.remove();
    await browser?.close();
    await server?.close();
  });

  test("installs by force, in private windows too, and hands over every value", async () => {
    const { all, isPrivate } = await until(() => reported, (report) => report !== undefined, { ...ARRIVAL, what: "the probe's report" });
    const { expectedFields, ...rest } = all;
    assert.deepEqual(rest, POLICY);
    assert.equal(isPrivate, true, "it runs in private windows too");
    assert.deepEqual([...expectedFields].sort(), Object.keys(POLICY).sort());
  });
});
