// Which parts of an editor can be seen: what scrolls it, what lies over it.
// Asking the browser what lies at a point was most of a paint, so an answer is
// kept while only the draft changes, but never for long: pages open lists over
// their editors without a sign that could be heard here.
import { clippersOf } from "./clippers";
import type { Area } from "./rects";

/** Pixels of a line for which one look is enough: narrower than any pop-up of the sites. */
const STRETCH = 160;
/** How long an answer holds; a mark may shine through a list that has just opened for as long. */
const LOOK_MS = 250;

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

  /** What cuts the editor off (`clippersOf`), asked once while only the draft changes. */
  clippers(editor: Element): Element[] {
    let found = this.scrollers.get(editor);
    if (!found) this.scrollers.set(editor, (found = clippersOf(editor)));
    return found;
  }
}
