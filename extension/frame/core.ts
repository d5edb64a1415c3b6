// Loads a WebAssembly core from the extension's own files. The one beside a
// compose box leaves out what only pages and a policy with patterns need.

// How they are started differs with what they import; what they do is asked here.
type Started<Module> = Omit<Module, "default" | "initSync">;
export type Core = Started<typeof import("primum-core")>;
export type FullCore = Started<typeof import("primum-core-full")>;

export async function loadCore(): Promise<Core> {
  const core = await import("primum-core");
  await core.default({ module_or_path: chrome.runtime.getURL("primum_bg.wasm") });
  return current(core);
}

export async function loadFullCore(): Promise<FullCore> {
  const core = await import("primum-core-full");
  await core.default({ module_or_path: chrome.runtime.getURL("primum_full_bg.wasm") });
  return current(core);
}

function current<Any extends Core>(core: Any): Any {
  const wanted = chrome.runtime.getManifest().version;
  // Half an update: the browser has the new files on disk and runs the old page.
  if (core.version() !== wanted) throw new Error(`core: version ${core.version()} was loaded, expected ${wanted}`);
  return core;
}

interface Patterned {
  ownRules?: { patterns?: unknown[] }[];
}

/** Whether a policy, as it was given, has a rule with patterns. */
function hasPatterns(policy: unknown): boolean {
  const rules = (policy as Patterned | null | undefined)?.ownRules;
  return Array.isArray(rules) && rules.some((rule) => Array.isArray(rule?.patterns) && rule.patterns.length > 0);
}

/** The core that the last known policy needs. */
export async function loadCoreForPolicy(): Promise<Core> {
  const { policy } = (await chrome.storage.local.get("policy")) as { policy?: unknown };
  if (hasPatterns(policy)) return loadFullCore();
  // The core keeps each policy it reads here: with the first patterns, this document is loaded anew.
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && hasPatterns(changes.policy?.newValue)) location.reload();
  });
  return loadCore();
}
