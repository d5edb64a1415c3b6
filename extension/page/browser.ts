// The one door to the browser's extension API. Every call may find the
// extension gone (updated, removed, disabled): that is an answer, not an error.

/** False once the extension behind this script is gone; the script is then an orphan. */
export function isAlive(): boolean {
  try {
    return typeof chrome !== "undefined" && chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

export function extensionVersion(): string {
  return isAlive() ? chrome.runtime.getManifest().version : "0";
}

export function frameUrl(slot: string): string {
  return `${chrome.runtime.getURL("frame.html")}#${slot}`;
}

/** Asks the background for the one-time nonce of a slot; null when nobody answers. */
export async function askNonce(slot: string): Promise<string | null> {
  try {
    const answer: unknown = await chrome.runtime.sendMessage({ t: "nonce", slot });
    const nonce = (answer as { nonce?: unknown } | null | undefined)?.nonce;
    return typeof nonce === "string" && nonce !== "" ? nonce : null;
  } catch {
    return null;
  }
}

export type Status = "off" | "watching" | "not_checked";

/** Tells the background what to show on the toolbar button. */
export function reportStatus(status: Status): void {
  if (!isAlive()) return;
  chrome.runtime.sendMessage({ t: "status", status }).catch(() => {
    // Nobody listens while the extension is being updated; the next status will be heard.
  });
}

type Command = "open_panel";

/** Hears the background's commands; the returned function stops hearing. */
export function onCommand(hear: (command: Command) => void): () => void {
  const listener = (message: unknown, _sender: unknown, answer: (value: unknown) => void): undefined => {
    const t = (message as { t?: unknown } | null)?.t;
    if (t === "open_panel") hear("open_panel");
    // The popup asks whether this page is watched at all.
    if (t === "alive") answer(true);
    return undefined;
  };
  chrome.runtime.onMessage.addListener(listener);
  return () => {
    if (isAlive()) chrome.runtime.onMessage.removeListener(listener);
  };
}

/** The extension's words in the reader's language, with the English ones at hand. */
export function words(key: string, english: string): string {
  try {
    return chrome.i18n.getMessage(key) || english;
  } catch {
    return english;
  }
}
