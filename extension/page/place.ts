// Where chip and panel stand: by the box, inside the window, not over the line
// being written or the Post control, and the chip over no control of the site.
import type { Area } from "./marks/rects";

export interface Size {
  width: number;
  height: number;
}

export interface Surroundings {
  box: Area;
  /** Never covered: the line being written, the Post control. */
  avoid: Area[];
  /** The site's other controls near the box, and the draft's words at its foot: not covered by what is always there. */
  controls: Area[];
  window: Size;
  rtl: boolean;
}

/** Breathing room between the box and what stands beside it. */
const GAP = 6;
/** The room round the chip for its shadow, inside its frame; it shows nothing and may lie over something. */
const INSET = 4;

const overlaps = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function at(left: number, top: number, size: Size): Area {
  return { left, top, right: left + size.width, bottom: top + size.height };
}

function isInside(area: Area, window: Size): boolean {
  return area.left >= 0 && area.top >= 0 && area.right <= window.width && area.bottom <= window.height;
}

function pushInside(area: Area, window: Size, size: Size): Area {
  const left = Math.max(0, Math.min(area.left, window.width - size.width));
  const top = Math.max(0, Math.min(area.top, window.height - size.height));
  return at(left, top, size);
}

/** What of an area is seen. */
function seen(area: Area, inset: number): Area {
  return { left: area.left + inset, top: area.top + inset, right: area.right - inset, bottom: area.bottom - inset };
}

/** The first that covers nothing; else the first that covers no more than it may; else the first that fits. */
function firstFree(candidates: Area[], { avoid, controls, window }: Surroundings, inset = 0): Area {
  const inside = candidates.filter((c) => isInside(c, window));
  const free = inside.filter((c) => !avoid.some((a) => overlaps(a, seen(c, inset))));
  const [best] = [...free.filter((c) => !controls.some((a) => overlaps(a, seen(c, inset)))), ...free, ...inside];
  if (best) return best;
  const [first] = candidates;
  const size = first ? { width: first.right - first.left, height: first.bottom - first.top } : { width: 0, height: 0 };
  return pushInside(first ?? at(0, 0, size), window, size);
}

/** Beside and under each of `areas`, at the height `top`. */
function around(areas: Area[], top: number, size: Size, rtl: boolean): Area[] {
  return areas.flatMap((a) => [
    at(rtl ? a.right + GAP : a.left - size.width - GAP, top, size),
    at(rtl ? a.left : a.right - size.width, a.bottom + GAP, size),
  ]);
}

/**
 * The chip: in the box's lower end corner, else just under it (closer where a
 * control needs the room), beside the Post control there, just above it; else a
 * shorter one between the controls; else past all of them.
 */
export function placeChip(around_: Surroundings, size: Size): Area {
  const covers = (area: Area): boolean => around_.controls.some((c) => overlaps(c, seen(area, INSET)));
  const near = firstFree(close(around_, size), around_, INSET);
  if (!covers(near)) return near;
  const short = narrowed(around_, size);
  if (short) return short;
  const far = firstFree(past(around_, size), around_, INSET);
  return covers(far) ? near : far;
}

function close({ box, avoid, rtl }: Surroundings, size: Size): Area[] {
  const end = rtl ? box.left : box.right - size.width;
  const start = rtl ? box.right - size.width : box.left;
  return [
    at(end, box.bottom - size.height, size),
    ...[GAP, 0, -INSET].map((gap) => at(end, box.bottom + gap, size)),
    ...around(avoid, box.bottom + GAP, size, rtl),
    ...[GAP, -INSET].map((gap) => at(start, box.bottom + gap, size)),
    at(end, box.top - size.height - GAP, size),
    at(end, box.top - size.height + INSET, size),
  ];
}

function past({ box, controls, rtl }: Surroundings, size: Size): Area[] {
  const end = rtl ? box.left : box.right - size.width;
  return controls.flatMap((c) => [at(end, c.bottom - INSET, size), at(end, c.top - size.height + INSET, size)]);
}

/** Narrower than this a chip says nothing. */
const LEAST_WIDTH = 150;

/** A shorter chip, where no whole one has room: in the widest gap of a row of controls by the box. */
function narrowed({ box, avoid, controls, window, rtl }: Surroundings, size: Size): Area | null {
  const rows = controls.map((c) => (c.top + c.bottom - size.height) / 2);
  const isBesideDraft = (top: number): boolean => top >= box.bottom - size.height || top + size.height <= box.top;
  const tops = [box.bottom - size.height, box.bottom + GAP, ...rows].filter((top) => top >= 0 && top + size.height <= window.height && isBesideDraft(top));
  const gaps = tops.flatMap((top) => {
    const band = seen({ ...box, top, bottom: top + size.height }, INSET);
    const taken = [...avoid, ...controls].filter((a) => a.top < band.bottom && band.top < a.bottom);
    const starts = [Math.max(0, box.left), ...taken.map((a) => a.right + GAP - INSET)];
    return starts.flatMap((left) => {
      const rights = [Math.min(window.width, box.right), ...taken.map((a) => a.left - GAP + INSET)].filter((right) => right > left);
      const right = Math.min(...rights);
      const gap = { left, top, right, bottom: top + size.height };
      return rights.length > 0 && !taken.some((a) => overlaps(a, seen(gap, INSET))) ? [gap] : [];
    });
  });
  const widest = gaps.sort((a, b) => b.right - b.left - (a.right - a.left))[0];
  if (!widest || widest.right - widest.left < LEAST_WIDTH) return null;
  const width = Math.min(size.width, widest.right - widest.left);
  return at(rtl ? widest.left : widest.right - width, widest.top, { ...size, width });
}

/** The panel: beside the box, else under it and its Post control, else above it; over the draft only as the last resort. */
export function placePanel(around_: Surroundings, size: Size): Area {
  const { box, avoid, window, rtl } = around_;
  const after = at(box.right + GAP, box.top, size);
  const before = at(box.left - size.width - GAP, box.top, size);
  const under = at(rtl ? box.left : box.right - size.width, box.bottom + GAP, size);
  const above = at(rtl ? box.left : box.right - size.width, box.top - size.height - GAP, size);
  const sides = rtl ? [before, after] : [after, before];
  const inWindow = sides.map((s) => pushInside(s, { width: Infinity, height: window.height }, size));
  const below = around(avoid, box.bottom + GAP, size, rtl);
  return firstFree([...inWindow, under, ...below, above], { ...around_, avoid: [box, ...avoid], controls: [] });
}

/** Whether what stands at `area` may stay there. */
export function isFree(area: Area, { avoid, window }: Surroundings): boolean {
  return isInside(area, window) && !avoid.some((a) => overlaps(a, seen(area, INSET)));
}
