// What the end-to-end tests share: the shipping extension, and a look into its frame as a person would see it.
import { join } from "node:path";
import { DIST } from "../../tools/paths.mjs";
import { launchChromium, modelText, openBox, typeInto, until } from "./harness/index.mjs";

/** @param {object} [launch] options of the browser */
export async function launchPrimum(launch = {}) {
  const browser = await launchChromium({ extensionDir: join(DIST, "chromium"), ...launch });
  await browser.extensionId();
  return browser;
}

/** The Primum frame's document. */
export function primumFrame(page) {
  return until(() => page.frames().find((frame) => frame.url().includes("/frame.html")), (found) => found !== undefined, { what: "the Primum frame" });
}

/** Waits for a view in the frame and gives its words: "chip", "panel" or "pause". */
export async function shown(page, view, test = (_words) => true) {
  let last = "(no frame)";
  const words = async () => {
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    last = (await frame?.evaluate((css) => globalThis.document.querySelector(css)?.innerText ?? "", `.${view}`).catch(() => "")) ?? "";
    return last;
  };
  return until(words, (text) => text !== "" && test(text), { what: `the ${view}` }).catch((error) => {
    throw new Error(`${error.message}; last seen: ${JSON.stringify(last)}`);
  });
}

/** Opens a box, types, and waits until the editor's own model has the text. */
export async function write(page, box, text, query) {
  await openBox(page, box, query);
  await typeInto(page, box, text);
  await until(() => modelText(page, box), (model) => model === text, { what: "the draft in the editor's model" });
}
