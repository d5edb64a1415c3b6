// The language a clinician chose instead of the browser's. Its words are the
// same files the browser itself would read.
import type { Core } from "./core";

interface Message {
  message: string;
}

/** Two letters, or "" for the browser's own language. */
export async function chosenLanguage(): Promise<string> {
  const { preferences } = (await chrome.storage.local.get("preferences")) as { preferences?: { language?: unknown } };
  const language = preferences?.language;
  return typeof language === "string" && /^[a-z]{2}$/.test(language) ? language : "";
}

/** The two letters that name a folder of `content/`. */
export function uiLanguage(): string {
  return chrome.i18n.getUILanguage().slice(0, 2).toLowerCase();
}

/** The words of `language`; without one, the browser's own, which need no reading where it has them at hand. */
export async function useLanguage(core: Core, language: string): Promise<void> {
  if (language === "" && browserHasWords()) return;
  for (const folder of [language || uiLanguage(), chrome.runtime.getManifest().default_locale]) {
    try {
      const answer = await fetch(chrome.runtime.getURL(`_locales/${folder}/messages.json`));
      const messages = (await answer.json()) as Record<string, Message>;
      core.choose_words(Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message])));
      return;
    } catch {
      // A language that is no longer there: the next one is used.
    }
  }
}

/**
 * Seen in Chromium 156: right after another page of the extension was closed, a new frame got "" for every message,
 * for as long as it lived.
 */
function browserHasWords(): boolean {
  return chrome.i18n.getMessage("status_stop") !== "";
}
