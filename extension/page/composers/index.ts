// Which site this is, and which composer an editor belongs to.
import type { Anchors } from "../anchors";
import type { Site } from "../protocol";
import type { Composer } from "./composer";
import { composerOnFacebook } from "./facebook";
import { genericComposer } from "./generic";
import { composerOnX } from "./x";

export interface Found {
  composer: Composer;
  /** False when only the generic reading applies. */
  known: boolean;
}

const SITES: [RegExp, Site][] = [
  [/(^|\.)(x|twitter)\.com$/, "x"],
  [/(^|\.)(facebook|messenger)\.com$/, "facebook"],
];

export function siteOf(host: string): Site {
  return SITES.find(([pattern]) => pattern.test(host))?.[1] ?? "other";
}

const EDITABLE = "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only']";

/** The editor an event happened in, through open shadow roots; the outermost editable element counts. */
export function editorOf(path: EventTarget[]): Element | null {
  let editor: Element | null = null;
  for (const step of path) {
    if (step instanceof Element && step.matches(EDITABLE)) editor = step;
  }
  return editor;
}

export function findComposer(anchors: Anchors, site: Site, editor: Element): Found | null {
  const known = site === "x" ? composerOnX(anchors, editor)
    : site === "facebook" ? composerOnFacebook(anchors, editor) : null;
  if (known) return { composer: known, known: true };
  const generic = genericComposer(anchors, editor);
  return generic && { composer: generic, known: false };
}

/** What kind of place this is, never the address itself. */
export function urlKind(path: string): string {
  const kinds: [RegExp, string][] = [
    [/^\/(home)?\/?$/, "home"],
    [/^\/(compose|intent)\//, "compose"],
    [/\/status\/|\/posts\/|\/permalink/, "status"],
    [/^\/(messages|i\/chat|t)\b/, "messages"],
    [/^\/groups\//, "group"],
    [/\/reviews\b/, "reviews"],
    [/^\/friends\b|\/follower_requests/, "connections"],
    [/^\/(settings|help|about)\b/, "settings"],
    [/^\/pages?\//, "page"],
    [/^\/[^/]+\/?$/, "profile"],
  ];
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}
