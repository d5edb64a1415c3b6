// The toolbar button says what the page's script says: nothing while all is
// well, a mark when a page is not checked.
type Status = "off" | "watching" | "not_checked";

const LOOKS: Record<Status, { text: string; title: string }> = {
  off: { text: "", title: "Primum" },
  watching: { text: "", title: "Primum: watching this page" },
  not_checked: { text: "!", title: "Primum: not checking this page" },
};

/** Amber, dark enough for the badge's white letter. */
const WARNING = "#a34a00";

export async function showStatus(tabId: number, status: unknown): Promise<void> {
  if (typeof status !== "string" || !Object.hasOwn(LOOKS, status)) return;
  const { text, title } = LOOKS[status as Status];
  try {
    await chrome.action.setBadgeBackgroundColor({ tabId, color: WARNING });
    await chrome.action.setBadgeText({ tabId, text });
    await chrome.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile.
  }
}
