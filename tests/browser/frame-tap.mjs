// What passes between the page script and the real frame, heard at the frame's own port: a listener beside the
// shipping extension, which stays as it is. And what of it should be on the screen, computed from the page's DOM.
import { until } from "./harness/index.mjs";
import { linesBy } from "./page-harness.mjs";

/** Runs in every document before its scripts; only the frame of the extension is tapped. */
function tap() {
  if (!/^(chrome|moz)-extension:$/.test(location.protocol) || !location.pathname.endsWith("/frame.html")) return;
  const tapped = { drafts: /** @type {any[]} */ ([]), answers: /** @type {any[]} */ ([]), all: /** @type {any[]} */ ([]) };
  Object.assign(globalThis, { tapped });
  const { prototype } = MessagePort;
  const set = /** @type {any} */ (Object.getOwnPropertyDescriptor(prototype, "onmessage")).set;
  Object.defineProperty(prototype, "onmessage", {
    set(hear) {
      set.call(this, (event) => {
        tapped.all.push(event.data);
        if (event.data?.t === "draft") tapped.drafts.push(event.data);
        hear.call(this, event);
      });
    },
  });
  const post = prototype.postMessage;
  prototype.postMessage = function (message, ...more) {
    if (message?.t === "answer") tapped.answers.push(message);
    return Reflect.apply(post, this, [message, ...more]);
  };
}

/** Taps the frames of every page that is opened from now on. */
export const tapFrames = (context) => context.addInitScript(tap);

/** The newest draft the frame was given, and its answer to that one: null while there is none. */
export function lastHeard(frame) {
  return frame.evaluate(() => {
    const { drafts, answers } = /** @type {any} */ (globalThis).tapped;
    const draft = drafts.at(-1);
    const answer = answers.findLast((one) => one.box === draft?.box && one.revision === draft?.revision);
    return { text: draft?.text ?? null, answer: answer ?? null };
  });
}

/** Every message of one kind that the frame was sent. */
export const heardIn = (frame, t) => frame.evaluate((kind) => /** @type {any} */ (globalThis).tapped.all.filter((one) => one.t === kind), t);

/**
 * In the page: the text of an editor as its DOM has it, read in another way than the page script reads it, and where
 * on the screen the given spans of it are, one rectangle a line.
 */
function laidOut([css, spans]) {
  const root = /** @type {Element} */ (document.querySelector(css));
  const draftBlocks = [...root.querySelectorAll("[data-block]")].filter((block) => !block.querySelector("[data-block]"));
  const blocks = draftBlocks.length > 0 ? draftBlocks : [...root.children];
  const parts = /** @type {{ node: any, start: number }[]} */ ([]);
  let text = "";
  const isBreak = (node) => node.localName === "br" && !node.hasAttribute("data-lexical-managed-linebreak") && !node.hasAttribute("data-text");
  for (const [at, block] of blocks.entries()) {
    if (at > 0) text += "\n";
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = /** @type {any} */ (walker.nextNode()); node; node = walker.nextNode()) {
      if (isBreak(node)) text += "\n";
      if (node.nodeType !== Node.TEXT_NODE) continue;
      parts.push({ node, start: text.length });
      text += node.data;
    }
  }
  const isSeen = ({ left, right, top, bottom }) => {
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit !== null && (root.contains(hit) || hit.contains(root));
  };
  const areas = spans.flatMap(({ utf16_start, utf16_end, severity }) => {
    const joined = /** @type {any[]} */ ([]);
    for (const { node, start } of parts) {
      const [from, to] = [Math.max(utf16_start, start), Math.min(utf16_end, start + node.data.length)];
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from - start);
      range.setEnd(node, to - start);
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width === 0) continue;
        const last = joined.at(-1);
        if (last && Math.abs(last.bottom - bottom) < 2 && left - last.right < 2 && right >= last.left) {
          Object.assign(last, { left: Math.min(last.left, left), right: Math.max(last.right, right) });
        } else joined.push({ left, right, top, bottom, severity });
      }
    }
    return joined.filter(isSeen);
  });
  return { text, areas };
}

/** The text of an editor as the DOM has it. */
export const domText = async (page, css) => (await page.evaluate(laidOut, [css, []])).text;

/** Lines and rectangles are compared after rounding by two engines' parts. */
const NEAR_PX = 1.5;
/** A line stands on the lower edge of its words. */
const UNDER_PX = 4;
const fits = (line, area) => line.severity === area.severity && Math.abs(line.left - area.left) <= NEAR_PX
  && Math.abs(line.right - area.right) <= NEAR_PX && Math.abs(line.bottom - area.bottom) <= UNDER_PX;

/**
 * Waits until the lines on the screen are the marks that the core asked for in its answer to the newest draft: one under
 * each of its words' rectangles, none elsewhere. Gives how many marks and lines there were.
 */
export async function marksAsAnswered({ page, client, frame, css }) {
  let last = {};
  const look = async () => {
    const { text, answer } = await lastHeard(frame);
    if (answer === null) return false;
    const { text: dom, areas } = await page.evaluate(laidOut, [css, answer.marks]);
    const lines = await linesBy(client);
    last = { text, dom, marks: answer.marks, areas, lines };
    return dom === text && lines.length === areas.length && areas.every((area) => lines.some((line) => fits(line, area)));
  };
  await until(look, Boolean, { what: "the marks that were asked for" }).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)}`);
  });
  return /** @type {any} */ (last);
}
