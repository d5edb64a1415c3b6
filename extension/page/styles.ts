// Styles through the CSS object model with `!important`: no <style> element,
// so no page policy on styles applies, and no page rule wins.
import { document } from "./document";
export type Styles = Record<string, string>;

export function setStyles(element: HTMLElement, styles: Styles): void {
  for (const [name, value] of Object.entries(styles)) {
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value, "important");
  }
}

const forcedColours = matchMedia("(forced-colors: active)");

export function isForcedColours(): boolean {
  return forcedColours.matches;
}

/** Below this a page's background counts as dark (0-255, perceived lightness). */
const DARK_BELOW = 110;

/** The page's own look, which need not be the system's. */
export function schemeOfPage(): "light" | "dark" {
  for (const element of [document.body, document.documentElement]) {
    const colour = element && getComputedStyle(element).backgroundColor;
    const [red, green, blue, alpha = 1] = (colour?.match(/[\d.]+/g) ?? []).map(Number);
    if (red === undefined || green === undefined || blue === undefined || alpha === 0) continue;
    return 0.299 * red + 0.587 * green + 0.114 * blue < DARK_BELOW ? "dark" : "light";
  }
  const declared = getComputedStyle(document.documentElement).colorScheme;
  if (declared === "dark" || declared === "light") return declared;
  // A transparent page without a scheme of its own is painted white by the browser.
  return declared.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function directionOf(element: Element | null): "ltr" | "rtl" {
  return element && getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr";
}

/** How many times larger than in its own pixels an element is drawn by `zoom`, its own and that of all around it (CSS Viewport 1). */
export function zoomOf(element: Element): number {
  return (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
}

/**
 * Moves what stands at the window's corner. By transform, for a page hears of every layout
 * shift, with its rectangles, also of what stands in a closed shadow root; of transforms never.
 */
export function at(left: number, top: number): Styles {
  const whole = (px: number): number => Math.round(px * devicePixelRatio) / devicePixelRatio;
  return { inset: "0 auto auto 0", transform: `translate(${whole(left)}px, ${whole(top)}px)` };
}
