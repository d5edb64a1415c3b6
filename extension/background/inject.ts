// Puts the page script into tabs that were open before the extension was
// installed or updated; they would stay unwatched until a reload otherwise.

function contentScript(): { matches: string[]; files: string[] } {
  const [script] = chrome.runtime.getManifest().content_scripts ?? [];
  return { matches: script?.matches ?? [], files: script?.js ?? [] };
}

export async function injectIntoOpenTabs(): Promise<void> {
  const { matches, files } = contentScript();
  const tabs = await chrome.tabs.query({ url: matches });
  await Promise.all(tabs.map((tab) => inject(tab.id, files)));
}

async function inject(tabId: number | undefined, files: string[]): Promise<void> {
  if (tabId === undefined) return;
  try {
    await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files, injectImmediately: true });
  } catch {
    // A discarded or crashed tab takes no script; it gets it from the manifest when it is loaded again.
  }
}
