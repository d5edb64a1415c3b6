// What the popup can know of the tab under it: which site it is, whether the
// page script answers, and what the frame says of the open draft. The frame
// gives a verdict and rules, never a word of the draft; the address is only
// looked at to tell the site.

interface Tab {
  site: "x" | "facebook" | "";
  is_watched: boolean;
  draft: unknown;
}

const SITES: [RegExp, Tab["site"]][] = [
  [/(^|\.)(x|twitter)\.com$/, "x"],
  [/(^|\.)(facebook|messenger)\.com$/, "facebook"],
];

/** A page that does not answer within this time has no script of ours. */
const ANSWER_MS = 250;

function siteOf(url: string | undefined): Tab["site"] {
  try {
    const { hostname } = new URL(url ?? "");
    return SITES.find(([hosts]) => hosts.test(hostname))?.[1] ?? "";
  } catch {
    return "";
  }
}

/** Asks a tab; null when nobody there answers. */
async function ask(tab: number, t: string): Promise<unknown> {
  const silence = new Promise<null>((give) => setTimeout(() => give(null), ANSWER_MS));
  const answer = chrome.tabs.sendMessage(tab, { t }).catch(() => null);
  return Promise.race([answer, silence]) as Promise<unknown>;
}

export async function describeTab(): Promise<Tab> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const site = siteOf(tab?.url);
  if (tab?.id === undefined || site === "") return { site: "", is_watched: false, draft: null };
  const [alive, draft] = await Promise.all([ask(tab.id, "alive"), ask(tab.id, "describe")]);
  return { site, is_watched: alive === true, draft: draft ?? null };
}

/** Has the frame of the tab under the popup put `text` into its draft. */
export async function insertInto(text: string): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  await chrome.tabs.sendMessage(tab.id, { t: "insert", text }).catch(() => null);
  window.close();
}
