// Starts real Chromium, with the extension when one is given, on the practice pages under the real host names.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { HOSTS } from "../../practice/hosts.mjs";
import { startPracticeServer } from "../../practice/server.mjs";

const EXECUTABLE = process.env.PRIMUM_CHROMIUM ?? "/usr/bin/chromium";

/**
 * @typedef {object} ChromiumOptions
 * @property {string} [extensionDir] absolute path of an unpacked extension
 * @property {string} [lang] of the browser and, where the URL names none, of the practice pages
 * @property {"light" | "dark"} [colorScheme]
 * @property {boolean} [wasm] whether the pages' CSP allows WebAssembly
 * @property {boolean} [headed] show a window; needs a display
 * @property {boolean} [backForwardCache] let pages be frozen and brought back by history, as browsers do for people
 * @property {string[]} [args] more switches
 * @property {string[]} [ignoreDefaultArgs] more of Playwright's own switches to leave out (policy tests need it)
 * @property {string} [profile] a profile folder that stays, for a browser that is closed and opened again
 * @property {(profile: string) => void} [inspect] sees the profile folder once the browser has closed, before it goes
 * @property {import("../../practice/server.mjs").PracticeServer} [server] share one between browsers
 */

/** @param {ChromiumOptions} [options] */
export async function launchChromium(options = {}) {
  const { extensionDir, lang = "en", colorScheme = "light", wasm = true, headed = false } = options;
  const server = options.server ?? (await startPracticeServer({ wasm }));
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "primum-chromium-")));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: EXECUTABLE,
    headless: false, // Playwright's own headless switch would turn extensions off; see --headless=new.
    locale: lang,
    colorScheme,
    ignoreHTTPSErrors: true,
    args: [...switches(server.port, headed), ...extensionSwitches(extensionDir), ...(options.args ?? [])],
    ignoreDefaultArgs: [
      "--disable-extensions",
      ...(options.backForwardCache ? ["--disable-back-forward-cache"] : []),
      ...(options.ignoreDefaultArgs ?? []),
    ],
  });
  return {
    context,
    server,
    newPage: () => context.newPage(),
    posted: () => server.posted.all(),
    reset: () => server.posted.reset(),
    extensionId: () => extensionId(context),
    close: async () => {
      await context.close();
      options.inspect?.(profile);
      if (!options.profile) await rm(profile, { recursive: true, force: true });
      if (!options.server) await server.close();
    },
  };
}

function switches(port, headed) {
  const rules = HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(", ");
  return [
    ...(headed ? [] : ["--headless=new"]),
    "--no-sandbox", // Test machines and containers run as root, where Chromium's sandbox refuses to start.
    "--disable-gpu",
    "--ignore-certificate-errors",
    `--host-resolver-rules=${rules}`,
  ];
}

function extensionSwitches(extensionDir) {
  if (!extensionDir) return [];
  return [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`];
}

// The id is in the address of the extension's service worker.
async function extensionId(context) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 10_000 }));
  return new URL(worker.url()).host;
}
