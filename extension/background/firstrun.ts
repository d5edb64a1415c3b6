// The first-run page: opened once after an install by a person, unless a policy
// says no. Managed values arrive seconds late at first start (platform facts
// §0.2), so an install by policy never waits here: it opens nothing.
const PAGE = "options.html#welcome";

async function isManaged(): Promise<boolean> {
  try {
    const { installType } = await chrome.management.getSelf();
    if (installType === "admin") return true;
    const policy = await chrome.storage.managed.get(null);
    return policy["firstRunPage"] === false;
  } catch {
    // Firefox rejects where there is no policy at all: then a person installed it.
    return false;
  }
}

/** A build without the page (a test, a trimmed variant) opens nothing. */
async function exists(): Promise<boolean> {
  try {
    return (await fetch(chrome.runtime.getURL(PAGE))).ok;
  } catch {
    return false;
  }
}

export async function openFirstRun(): Promise<void> {
  if ((await isManaged()) || !(await exists())) return;
  await chrome.tabs.create({ url: chrome.runtime.getURL(PAGE) });
}
