// What the page script knows of a compose box, whatever the site. Everything is
// asked anew each time: pages re-render, and an element kept too long is stale.
import type { Account, Audience, Media, Surface } from "../protocol";
import type { FieldSnapshot } from "../read/snapshot";

export interface Composer {
  /** The smallest element that holds every editor and the Post control; observed while live. */
  scope: Element;
  /** Editors in reading order: the boxes of a thread, else one. */
  editors(): Element[];
  /** Texts beside the editors that are posted with them: alt text, poll options. */
  fields(): FieldSnapshot[];
  surface(): Surface;
  audience(): Audience;
  media(): Media;
  parent(): string | undefined;
  account(): Account | null;
  /** The control that sends, enabled or not; null when this layout has none we know. */
  control(): Element | null;
  /** Whether this control sends the draft. */
  isControl(element: Element): boolean;
  /** Whether this control leads on to a dialog that sends (Facebook's "Next"). */
  isNext(element: Element): boolean;
  /** Whether this key press in an editor sends the draft. */
  isSendKey(event: KeyboardEvent): boolean;
  /** How a key press is done again: through the control, or as the key itself. */
  keyReplay: "control" | "key";
  /** The first anchor this composer needs and did not find. */
  missing(): string | undefined;
}

/** The nearest common ancestor of some elements, through shadow roots never. */
export function commonAncestor(elements: Element[]): Element | null {
  const [first, ...rest] = elements;
  let ancestor: Element | null = first ?? null;
  while (ancestor && !rest.every((e) => ancestor?.contains(e))) ancestor = ancestor.parentElement;
  return ancestor;
}

/**
 * Climbs from an editor to the highest ancestor that still holds no more of
 * the given controls than the first one that holds any, so that all boxes of
 * a thread are inside and the next composer is not.
 */
export function climbToControls(editor: Element, controls: string, boundary: string): Element | null {
  let found: Element | null = null;
  let count = 0;
  for (let at: Element | null = editor.parentElement; at; at = at.parentElement) {
    const here = at.querySelectorAll(controls).length;
    if (found && here > count) break;
    if (here > 0) {
      found = at;
      count = here;
    }
    if (at.matches(boundary)) break;
  }
  return found;
}

/** The last element that matches and stands before another in document order. */
export function lastBefore(root: ParentNode, selector: string, mark: Element): Element | null {
  let last: Element | null = null;
  for (const element of root.querySelectorAll(selector)) {
    const where = element.compareDocumentPosition(mark);
    if (where & Node.DOCUMENT_POSITION_CONTAINED_BY) continue;
    if (where & Node.DOCUMENT_POSITION_FOLLOWING) last = element;
  }
  return last;
}

/** Longest parent text passed on: a post's own limit, not a page's. */
export const MAX_PARENT_CHARS = 5000;

/** The visible words of an element, for parent texts only (no offsets are taken from it). */
export function wordsOf(element: Element | null | undefined): string | undefined {
  const words = element?.textContent?.trim();
  return words ? words.slice(0, MAX_PARENT_CHARS) : undefined;
}

export function isDisabled(control: Element): boolean {
  return control.getAttribute("aria-disabled") === "true" || (control as HTMLButtonElement).disabled === true;
}

/** A typeahead list takes Enter for itself. */
export function hasOpenTypeahead(editor: Element): boolean {
  return editor.getAttribute("aria-activedescendant") !== null && editor.getAttribute("aria-expanded") !== "false"
    || editor.getAttribute("aria-expanded") === "true";
}

export function isSendShortcut(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey;
}

export function isBareEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
}
