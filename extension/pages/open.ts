// Opens one of Primum's own pages: the core draws it, this loads what it needs.
import { loadFullCore } from "../frame/core";
import { chosenLanguage, uiLanguage, useLanguage } from "../frame/language";
import { readContent } from "./content";

export type Page = "popup" | "options" | "practice";

export async function openPage(page: Page, tab: Promise<unknown> = Promise.resolve(null)): Promise<void> {
  const [core, language, described] = await Promise.all([loadFullCore(), chosenLanguage(), tab]);
  const [content] = await Promise.all([readContent(language || uiLanguage()), useLanguage(core, language)]);
  core.open_page({ page, content, tab: described });
}
