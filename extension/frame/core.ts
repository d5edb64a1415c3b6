// Loads the WebAssembly core from the extension's own files.
import init, * as core from "primum-core";

export type Core = typeof core;

export async function loadCore(): Promise<Core> {
  await init({ module_or_path: chrome.runtime.getURL("primum_bg.wasm") });
  const wanted = chrome.runtime.getManifest().version;
  // Half an update: the browser has the new files on disk and runs the old page.
  if (core.version() !== wanted) throw new Error(`core: version ${core.version()} was loaded, expected ${wanted}`);
  return core;
}
