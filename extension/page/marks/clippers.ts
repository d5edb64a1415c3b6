// What cuts an element off: the ancestors that hide what overflows them, of
// those its box hangs from. What is fixed to the window is cut by nothing that
// stands around it (CSS Overflow 3, 3; CSS Positioned Layout 3, 2.1).
import { document } from "../document";
import type { Area } from "./rects";

type Style = CSSStyleDeclaration;

/** Boxes of these kinds have no overflow of their own. */
const WITHOUT_BOX = ["inline", "contents"];

function hides({ display, overflowX, overflowY, contain }: Style): boolean {
  if (WITHOUT_BOX.includes(display)) return false;
  return overflowX !== "visible" || overflowY !== "visible" || /paint|content|strict/.test(contain);
}

/** Where the root element leaves overflow alone, the body's is the window's, and its own box hides nothing (3.3). */
function isWindows(element: Element): boolean {
  if (element !== document.body) return false;
  const { overflowX, overflowY } = getComputedStyle(document.documentElement);
  return overflowX === "visible" && overflowY === "visible";
}

/** Whether even a box that is fixed to the window hangs from this one (CSS Transforms 1, 6; Filter Effects 1, 5; Containment 2). */
function holdsFixed({ transform, translate, rotate, scale, perspective, filter, backdropFilter, contain, willChange }: Style): boolean {
  return [transform, translate, rotate, scale, perspective, filter, backdropFilter].some((value) => value && value !== "none")
    || /layout|paint|content|strict/.test(contain) || /transform|translate|rotate|scale|perspective|filter/.test(willChange);
}

/** Whether a box below `holder`, of which the outermost is positioned so, hangs from it. */
function holds(holder: Style, position: string): boolean {
  if (position === "fixed") return holdsFixed(holder);
  return position !== "absolute" || holder.position !== "static" || holdsFixed(holder);
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  return parent instanceof ShadowRoot ? parent.host : element.parentElement;
}

/** The elements from `element` up to `end`, without it, that cut off what is in `element`. */
export function clippersOf(element: Element, end: Element = document.documentElement): Element[] {
  const found: Element[] = [];
  let position = "static";
  for (let at: Element | null = element; at && at !== end; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (!holds(style, position)) continue;
    if (hides(style) && !isWindows(at)) found.push(at);
    ({ position } = style);
  }
  return found;
}

/** What two areas share; null when that is nothing. */
export function cut(a: Area, b: Area): Area | null {
  const both = {
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  };
  return both.right - both.left > 0 && both.bottom - both.top > 0 ? both : null;
}

/** What clippers, where they stand now, leave of an area; null when that is nothing. */
export function cutBy(area: Area, clippers: Element[]): Area | null {
  let left: Area | null = area;
  for (const one of clippers) left &&= cut(left, one.getBoundingClientRect());
  return left;
}
