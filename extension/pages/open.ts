// Opens one of Primum's own pages: the core draws it, this loads what it needs.
import { loadCore } from "../frame/core";
import { readContent } from "./content";

export type Page = "popup" | "options" | "practice";

/** The two letters that name a folder of `content/`. */
function language(): string {
  return chrome.i18n.getUILanguage().slice(0, 2).toLowerCase();
}

export async function openPage(page: Page, tab: Promise<unknown> = Promise.resolve(null)): Promise<void> {
  const [core, content, described] = await Promise.all([loadCore(), readContent(language()), tab]);
  core.open_page({ page, content, tab: described });
}
