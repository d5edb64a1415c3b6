// One manifest is written by hand; each browser gets the part of it that it understands.
import { version } from "./paths.mjs";

export const BROWSERS = ["chromium", "firefox"];

/**
 * @param {Record<string, any>} source the hand-written one
 * @param {string} browser
 */
export function manifestFor(source, browser) {
  const manifest = structuredClone(source);
  manifest.version = version();
  // A key would pin the store's id; a self-hosted package gets its id from the key it is signed with.
  delete manifest.key;
  if (browser === "chromium") toChromium(manifest);
  else if (browser === "firefox") toFirefox(manifest);
  else throw new Error(`no manifest for "${browser}", expected one of ${BROWSERS.join(", ")}`);
  return manifest;
}

function toChromium(manifest) {
  delete manifest.browser_specific_settings;
  // Chromium warns about the event page that Firefox needs.
  delete manifest.background?.scripts;
}

function toFirefox(manifest) {
  delete manifest.minimum_chrome_version;
  // Firefox has no extension service workers and warns about the key.
  delete manifest.background?.service_worker;
  // Firefox reads managed values without a schema (and gives every install random addresses by itself).
  delete manifest.storage;
  for (const resource of manifest.web_accessible_resources ?? []) delete resource.use_dynamic_url;
  const gecko = manifest.browser_specific_settings?.gecko;
  if (!gecko?.id) throw new Error("manifest.json: browser_specific_settings.gecko.id is missing; Firefox cannot be given policy without it");
  gecko.data_collection_permissions ??= { required: ["none"] };
}

/** What esbuild may assume: the oldest browsers the manifest admits. */
export function targets(source) {
  const chrome = source.minimum_chrome_version;
  const firefox = source.browser_specific_settings?.gecko?.strict_min_version;
  if (!chrome || !firefox) throw new Error("manifest.json: minimum_chrome_version and gecko.strict_min_version are both needed");
  return { chromium: `chrome${parseInt(chrome, 10)}`, firefox: `firefox${parseInt(firefox, 10)}` };
}
