// Where a mark stands on the screen now. Ranges are made anew for each paint
// (editors replace their nodes at will), and a leaf that no longer says what
// the snapshot says yields nothing: never a mark under the wrong words.
import { document } from "../document";
import { runsOf, type Run, type Snapshot } from "../read/snapshot";
import { isField } from "../read/textarea";
import type { Mark } from "../protocol";
import { clippersOf, cut, cutBy } from "./clippers";
import { mirrorField, type Mirror } from "./mirror";
import type { Sight } from "./sight";

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rectangles of one paint, with what is worth computing once per paint. */
export class Rects {
  private readonly clips = new Map<Element, Area>();
  private readonly mirrors = new Map<Element, Mirror>();

  constructor(private readonly layer: Element, private readonly sight: Sight) {}

  done(): void {
    for (const mirror of this.mirrors.values()) mirror.dispose();
  }

  of(snapshot: Snapshot, mark: Mark, editors: Element[]): Area[] {
    return runsOf(snapshot, mark.utf16_start, mark.utf16_end).flatMap((run) => {
      const words = snapshot.text.slice(run.utf16_start, run.utf16_end);
      const holder = run.leaf instanceof Text ? run.leaf.parentElement : run.leaf;
      if (!holder?.isConnected) return [];
      const editor = editors.find((e) => e.contains(run.leaf)) ?? holder;
      return lines(this.raw(run, words)).flatMap((area) => {
        const seen = cut(area, this.clip(holder, editor));
        return seen && this.sight.isSeen(seen, editor) ? [seen] : [];
      });
    });
  }

  private raw(run: Run, words: string): Area[] {
    const { leaf, leaf_start } = run;
    const leaf_end = leaf_start + words.length;
    if (leaf instanceof Text) {
      return leaf.data.slice(leaf_start, leaf_end) === words ? areasOf(leaf, leaf_start, leaf_end) : [];
    }
    if (!isField(leaf)) return [leaf.getBoundingClientRect()];
    if (leaf.value.slice(leaf_start, leaf_end) !== words) return [];
    let mirror = this.mirrors.get(leaf);
    if (!mirror) this.mirrors.set(leaf, (mirror = mirrorField(leaf, this.layer)));
    const { text, dx, dy } = mirror;
    return areasOf(text, leaf_start, leaf_end).map((a) => (
      { left: a.left + dx, right: a.right + dx, top: a.top + dy, bottom: a.bottom + dy }));
  }

  /** The part of the screen through which an element can be seen: its scrolling ancestors' insides. */
  private clip(element: Element, editor: Element): Area {
    const known = this.clips.get(element);
    if (known) return known;
    const around = element === editor ? WINDOW() : this.clip(editor, editor);
    const clippers = element === editor ? this.sight.clippers(editor) : clippersOf(element, editor);
    const area = cutBy(around, clippers) ?? NOWHERE;
    this.clips.set(element, area);
    return area;
  }
}

const WINDOW = (): Area => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
const NOWHERE: Area = { left: 0, top: 0, right: 0, bottom: 0 };

function areasOf(text: Text, start: number, end: number): Area[] {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()];
}

/** Joins rectangles that touch on one line, so that a word split over nodes has one line under it. */
function lines(areas: Area[]): Area[] {
  const joined: Area[] = [];
  for (const area of areas) {
    const last = joined.at(-1);
    const sameLine = last && Math.abs(last.bottom - area.bottom) < 2 && area.left - last.right < 2 && area.right >= last.left;
    if (sameLine) joined[joined.length - 1] = { ...last, left: Math.min(last.left, area.left), right: Math.max(last.right, area.right) };
    else joined.push({ left: area.left, top: area.top, right: area.right, bottom: area.bottom });
  }
  return joined;
}
