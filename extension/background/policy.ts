// Keeps the copy of the policy true while no page or frame is there to do it:
// values that the administrator takes away must not stay in force, and values
// that come late are known to the next frame at once. Frames and pages do the
// same for themselves (src/wasm/storage.rs).

/** Where the copy is kept (docs/storage.md). */
const KEY = "policy";

export function keepPolicy(): void {
  chrome.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") void copy();
  });
}

async function copy(): Promise<void> {
  try {
    const policy: Record<string, unknown> = await chrome.storage.managed.get(null);
    await chrome.storage.local.set({ [KEY]: policy });
  } catch {
    // Firefox rejects where there is no policy at all: the last one stays.
  }
}
