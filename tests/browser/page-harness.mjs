// What the page-script tests share: the extension with the fake frame, and a look into its closed shadow root.
import { buildPageExtension } from "../page/build.mjs";
import { launchChromium, until } from "./harness/index.mjs";

/** @param {object} [options] of the fake frame @param {object} [launch] of the browser */
export async function launchWithPageScript(options = {}, launch = {}) {
  const extensionDir = await buildPageExtension(options);
  const browser = await launchChromium({ extensionDir, ...launch });
  await browser.extensionId();
  return browser;
}

/** The fake frame's document, once it has heard "hello". */
export async function frameOf(page) {
  const frame = await until(
    () => page.frames().find((f) => f.url().includes("frame.html")),
    (found) => found !== undefined, { what: "the Primum frame" });
  await until(() => frame.evaluate(() => globalThis.heard?.length ?? 0), (n) => n > 0, { what: "the frame's first message" });
  return frame;
}

export const heardBy = (frame, t) => frame.evaluate((kind) => globalThis.heard.filter((m) => m.t === kind), t);

/** Waits until the frame has the text. */
export async function draftSeen(page, test) {
  const frame = await frameOf(page);
  return until(async () => (await heardBy(frame, "draft")).at(-1), (d) => d !== undefined && test(d), { what: "the draft in the frame" });
}

/** @typedef {{ severity: string, left: number, right: number, bottom: number }} Line */

/** The lines on the screen, read by the debugger, which sees closed shadow roots. @returns {Promise<Line[]>} */
export async function linesOn(page) {
  const client = await page.context().newCDPSession(page);
  try {
    return await linesBy(client);
  } finally {
    await client.detach();
  }
}

/** The same by a session that is there already. @returns {Promise<Line[]>} */
export async function linesBy(client) {
  await client.send("DOM.enable");
  const { nodes } = await client.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  const lines = [];
  for (const node of nodes) {
    const at = node.attributes?.indexOf("data-severity") ?? -1;
    if (at < 0) continue;
    // A line that went between the two questions is no line.
    const { model } = await client.send("DOM.getBoxModel", { nodeId: node.nodeId }).catch(() => ({ model: null }));
    if (!model) continue;
    const [left, top, right, , , bottom] = model.border;
    lines.push({ severity: node.attributes[at + 1], left, right, bottom, top });
  }
  return lines;
}

/** Where a word stands on the page, by the page's own text nodes: one place for each line of the screen it is on. */
export function placesOf(page, selector, word) {
  return page.evaluate(([css, wanted]) => {
    const walker = document.createTreeWalker(document.querySelector(css), NodeFilter.SHOW_TEXT);
    const places = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const words = [];
        // The blank at the end of a line has a rectangle of its own.
        for (const { left, right, bottom } of range.getClientRects()) {
          const last = words.at(-1);
          if (last && last.bottom === bottom && Math.abs(last.right - left) < 1) last.right = right;
          else words.push({ left, right, bottom });
        }
        places.push(...words);
      }
    }
    return places;
  }, [selector, word]);
}

const isNear = (a, b) => Math.abs(a - b) <= 1.5;
const isUnder = (line, place) =>
  isNear(line.left, place.left) && isNear(line.right, place.right) && Math.abs(line.bottom - place.bottom) <= 4;

/** Waits until exactly these words have lines: each word once per place, no line elsewhere (of these severities, where given). */
export async function marksAre(page, selector, words, severities = ["note", "caution", "stop"]) {
  let last = "";
  await until(async () => {
    const lines = (await linesOn(page)).filter((line) => severities.includes(line.severity));
    const places = [];
    for (const [word, severity] of words) {
      for (const place of await placesOf(page, selector, word)) places.push({ ...place, severity, word });
    }
    last = JSON.stringify({ lines, places });
    return lines.length === places.length && places.length >= words.length
      && places.every((p) => lines.some((l) => l.severity === p.severity && isUnder(l, p)));
  }, (ok) => ok, { what: `marks under ${JSON.stringify(words)}` }).catch((error) => {
    throw new Error(`${error.message} ${last}`);
  });
}

/** The text of the page script's own chip, "" when it is not shown. */
export async function fallbackText(page) {
  const client = await page.context().newCDPSession(page);
  try {
    await client.send("DOM.enable");
    const { nodes } = await client.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
    const chip = nodes.find((n) => n.attributes?.includes("status") && n.nodeName === "DIV" && !n.attributes.includes("hidden")
      && nodes.find((p) => p.nodeId === n.parentId)?.attributes?.includes("popover"));
    if (!chip) return "";
    const { object } = await client.send("DOM.resolveNode", { nodeId: chip.nodeId });
    const { result } = await client.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration: "function(){return this.textContent}", returnByValue: true });
    return result.value;
  } finally {
    await client.detach();
  }
}
