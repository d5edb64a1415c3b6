// Starts real Firefox over WebDriver BiDi, with the extension when one is given, on the practice pages.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { startPracticeServer } from "../../practice/server.mjs";
import { startProxy } from "./proxy.mjs";

const EXECUTABLE = process.env.PRIMUM_FIREFOX ?? "/usr/bin/firefox-esr";
// Firefox's ui.systemUsesDarkTheme and layout.css override: 0 is dark, 1 is light.
const SCHEME = { dark: 0, light: 1 };

/**
 * `preferences` of about:config come beside the harness's own; `inspect` sees the profile folder once the browser has
 * closed, before it goes.
 * @param {{ extensionDir?: string, lang?: string, colorScheme?: "light" | "dark", wasm?: boolean, inspect?: (profile: string) => void,
 *   preferences?: Record<string, string | number | boolean>, server?: import("../../practice/server.mjs").PracticeServer }} [options]
 */
export async function launchFirefox(options = {}) {
  const { extensionDir, lang = "en", colorScheme = "light", wasm = true } = options;
  const server = options.server ?? (await startPracticeServer({ wasm }));
  const proxy = await startProxy(server.port);
  const profile = await mkdtemp(join(tmpdir(), "primum-firefox-"));
  const browser = await puppeteer.launch({
    userDataDir: profile,
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: { ...preferences(proxy.port, lang, colorScheme), ...options.preferences },
  });
  if (extensionDir) await browser.installExtension(extensionDir);
  return {
    browser,
    server,
    newPage: () => browser.newPage(),
    posted: () => server.posted.all(),
    reset: () => server.posted.reset(),
    close: async () => {
      await browser.close();
      options.inspect?.(profile);
      await rm(profile, { recursive: true, force: true });
      await proxy.close();
      if (!options.server) await server.close();
    },
  };
}

function preferences(proxyPort, lang, colorScheme) {
  return {
    "network.proxy.type": 1,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxyPort,
    // The real hosts are in Firefox's preloaded HSTS and pin lists, which refuse a self-signed certificate.
    "network.stricttransportsecurity.preloadlist": false,
    "security.cert_pinning.enforcement_level": 0,
    "intl.accept_languages": lang,
    "layout.css.prefers-color-scheme.content-override": SCHEME[colorScheme],
  };
}
