// Where chip and panel stand: by the box, inside the window, and not over the
// line being written or the Post control.
import type { Area } from "./marks/rects";

export interface Size {
  width: number;
  height: number;
}

/** Breathing room between the box and what stands beside it. */
const GAP = 6;

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

function firstFree(candidates: Area[], avoid: Area[], window: Size, size: Size): Area {
  const free = candidates.find((c) => isInside(c, window) && !avoid.some((a) => overlaps(a, c)));
  const inside = free ?? candidates.find((c) => isInside(c, window));
  return inside ?? pushInside(candidates[0] ?? at(0, 0, size), window, size);
}

/** Beside and under each of `areas`, at the height `top`. */
function around(areas: Area[], top: number, size: Size, rtl: boolean): Area[] {
  return areas.flatMap((a) => [
    at(rtl ? a.right + GAP : a.left - size.width - GAP, top, size),
    at(rtl ? a.left : a.right - size.width, a.bottom + GAP, size),
  ]);
}

/** The chip: in the box's lower end corner, else just under it (beside the Post control there), else just above it. */
export function placeChip(box: Area, avoid: Area[], size: Size, window: Size, rtl: boolean): Area {
  const left = rtl ? box.left : box.right - size.width;
  const candidates = [
    at(left, box.bottom - size.height, size),
    at(left, box.bottom + GAP, size),
    ...around(avoid, box.bottom + GAP, size, rtl),
    at(left, box.top - size.height - GAP, size),
  ];
  return firstFree(candidates, avoid, window, size);
}

/** The panel: beside the box, else under it and its Post control, else above it; over the draft only as the last resort. */
export function placePanel(box: Area, avoid: Area[], size: Size, window: Size, rtl: boolean): Area {
  const after = at(box.right + GAP, box.top, size);
  const before = at(box.left - size.width - GAP, box.top, size);
  const under = at(rtl ? box.left : box.right - size.width, box.bottom + GAP, size);
  const above = at(rtl ? box.left : box.right - size.width, box.top - size.height - GAP, size);
  const sides = rtl ? [before, after] : [after, before];
  const inWindow = sides.map((s) => pushInside(s, { width: Infinity, height: window.height }, size));
  const below = around(avoid, box.bottom + GAP, size, rtl);
  return firstFree([...inWindow, under, ...below, above], [box, ...avoid], window, size);
}
