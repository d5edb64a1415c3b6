// What stands round a box: measured when something may have moved, not for every
// key. Measuring is the dearest thing a page script does on a large page.
import type { Box } from "./box";
import { document } from "./document";
import { clippersOf, cutBy } from "./marks/clippers";
import type { Area } from "./marks/rects";
import type { Size, Surroundings } from "./place";
import { directionOf } from "./styles";

/** What can be pressed or filled in. */
const CONTROLS = "button, a[href], input, select, textarea, summary, [role='button'], [role='link'], [role='tab'], [role='checkbox'], [role='menuitem'], [tabindex='0']";

const areaOf = ({ left, top, right, bottom }: DOMRect): Area => ({ left, top, right, bottom });

/** The site's controls within reach of the box, but for the editors and what holds them. */
function controlsNear(box: Box, area: Area, { width, height }: Size): Area[] {
  const editors = box.composer.editors();
  const isEditors = (e: Element): boolean => editors.some((editor) => editor.contains(e) || e.contains(editor));
  return [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
    const at = element.getBoundingClientRect();
    const isNear = at.width > 0 && at.left < area.right + width && at.right > area.left - width
      && at.top < area.bottom + height && at.bottom > area.top - height;
    return isNear && !isEditors(element) ? [areaOf(at)] : [];
  });
}

function linesOf(node: Node): Area[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].map(areaOf);
}

/** The line being written; the last line is enough, as a chip never stands higher. */
function lineOf(box: Box): Area[] {
  const node = document.getSelection()?.focusNode;
  return node && node.nodeType === Node.TEXT_NODE && box.editor.contains(node) ? linesOf(node) : [];
}

/** The draft's words at the foot of what is seen of it, where a chip of this size would stand: in a long draft there are some. */
function footOf({ editor }: Box, area: Area, { width, height }: Size): Area[] {
  const top = area.bottom - height;
  const across = [area.left, area.right - width, area.right - width / 2, area.right].map((x) => Math.max(area.left + 1, Math.min(x, area.right - 1)));
  // Three rows: no line of writing fits between two of them.
  const hits = across.flatMap((x) => [top + 1, area.bottom - height / 2, area.bottom - 1].map((y) => document.elementsFromPoint(x, y).find((e) => editor.contains(e))));
  return [...new Set(hits)].flatMap((hit) => {
    if (!hit || hit === editor) return [];
    const texts = document.createTreeWalker(hit, NodeFilter.SHOW_TEXT);
    const found: Area[] = [];
    while (texts.nextNode()) found.push(...linesOf(texts.currentNode).filter((line) => line.bottom > top && line.top < area.bottom));
    return found;
  });
}

/** How far round the box a chip may have to go, in its own heights. */
const REACH = 6;
const inflated = (size: Size): Size => ({ width: size.width, height: size.height * REACH });

export class Surveyor {
  private key = "";
  private known: Omit<Surroundings, "box" | "window"> & { control: Area[] } = { avoid: [], controls: [], rtl: false, control: [] };

  private cutting: { editor: Element; clippers: Element[] } | null = null;

  /** What of the editor can be seen: a long draft is cut off where the site scrolls it. Null when that is nothing. */
  see({ editor }: Box, again: boolean): Area | null {
    if (again || this.cutting?.editor !== editor) this.cutting = { editor, clippers: clippersOf(editor) };
    return cutBy(areaOf(editor.getBoundingClientRect()), this.cutting.clippers);
  }

  /** What is round the box; anew when it stands elsewhere, or when `again` says that the page changed. */
  look(box: Box, area: Area, size: Size, again: boolean): Surroundings {
    const window = { width: innerWidth, height: innerHeight };
    const key = [box.id, area.left, area.top, area.right, area.bottom, size.width, size.height, window.width, window.height].join(" ");
    if (again || key !== this.key) {
      this.key = key;
      const control = box.isConnected ? box.composer.control() : null;
      this.known = {
        avoid: [],
        control: control ? [areaOf(control.getBoundingClientRect())] : [],
        controls: [...controlsNear(box, area, inflated(size)), ...footOf(box, area, size)],
        rtl: directionOf(box.editor) === "rtl",
      };
    }
    return { ...this.known, box: area, window, avoid: [...this.known.control, ...lineOf(box)] };
  }
}
