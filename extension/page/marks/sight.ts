// Which parts of an editor can be seen: what scrolls it, what lies over it.
// Asking the browser what lies at a point was most of a paint, so an answer is
// kept while only the draft changes, but never for long: pages open lists over
// their editors without a sign that could be heard here.
import { document } from "../document";
import type { Area } from "./rects";

/** Pixels of a line for which one look is enough: narrower than any pop-up of the sites. */
const STRETCH = 160;
/** How long an answer holds; a mark may shine through a list that has just opened for as long. */
const LOOK_MS = 250;

export function isClipping(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== "visible" || overflowY !== "visible";
}

/** Where the root element leaves overflow alone, the body's is the window's, and its own box hides nothing (CSS Overflow 3, 3.3). */
const isWindows = (element: Element): boolean => element === document.body && !isClipping(document.documentElement);

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

/** A dialog of the page may lie over the box; a mark must not shine through. */
function isUncovered(area: Area, editor: Element): boolean {
  const root = editor.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint?.((area.left + area.right) / 2, (area.top + area.bottom) / 2);
  return !hit || editor.contains(hit) || hit.contains(editor);
}

interface Look {
  seen: boolean;
  /** The paint it was for. */
  paint: number;
}

export class Sight {
  private looks = new Map<Element, Map<string, Look>>();
  private paint = 0;
  private scrollers = new Map<Element, Element[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `again` is called when an answer has been kept for long enough. */
  constructor(private readonly again: () => void) {}

  /** A new paint begins. */
  begin(): void {
    this.paint += 1;
  }

  /** More than the draft may have changed. */
  forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.looks.clear();
    this.scrollers.clear();
  }

  /** Whether a stretch of a line in the editor is uncovered. */
  isSeen(area: Area, editor: Element): boolean {
    let looks = this.looks.get(editor);
    if (!looks) this.looks.set(editor, (looks = new Map()));
    const key = `${Math.round(area.bottom)} ${Math.floor((area.left + area.right) / 2 / STRETCH)}`;
    let look = looks.get(key);
    if (look === undefined) {
      looks.set(key, (look = { seen: isUncovered(area, editor), paint: this.paint }));
    } else if (look.paint !== this.paint) {
      // From an earlier paint: look once more when the typing has gone on. Within one paint it is fresh.
      this.timer ??= setTimeout(() => {
        this.forget();
        this.again();
      }, LOOK_MS);
    }
    return look.seen;
  }

  /** The elements, from the editor up, that hide what overflows them. */
  clippers(editor: Element): Element[] {
    const known = this.scrollers.get(editor);
    if (known) return known;
    const found: Element[] = [];
    for (let at: Element | null = editor; at && at !== document.documentElement; at = parentOf(at)) if (isClipping(at) && !isWindows(at)) found.push(at);
    this.scrollers.set(editor, found);
    return found;
  }
}
