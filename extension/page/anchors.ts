// Where things stand on the sites: data with a version, overridable by policy
// through the frame's config, so that a site's change can be answered without
// a release. Anything that is not a string (or list of strings) is ignored.
import { document } from "./document";
import shipped from "./anchors.json";

type Shipped = typeof shipped;
export type XAnchor = keyof Shipped["x"];
export type FacebookAnchor = keyof Shipped["facebook"];
export type Label = keyof Shipped["labels"];
export type Anchors = {
  version: string;
  x: Record<XAnchor, string>;
  facebook: Record<FacebookAnchor, string>;
  labels: Record<Label, string[]>;
};

export const SHIPPED_ANCHORS: Anchors = shipped;

function asFields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A selector that does not parse would throw at every look-up, so it is refused here. */
function isSelector(value: unknown): value is string {
  if (typeof value !== "string" || value === "") return false;
  if (value.startsWith("/")) return true;
  try {
    document.createDocumentFragment().querySelector(value);
    return true;
  } catch {
    return false;
  }
}

function isLabels(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((v) => typeof v === "string" && v !== "");
}

function overlay<T>(base: Record<string, T>, over: unknown, accept: (v: unknown) => v is T): Record<string, T> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(asFields(over))) {
    if (Object.hasOwn(base, key) && accept(value)) merged[key] = value;
  }
  return merged;
}

/** The shipped anchors with what a policy replaces. */
export function mergeAnchors(overrides: unknown): Anchors {
  const over = asFields(overrides);
  return {
    version: typeof over["version"] === "string" ? over["version"] : shipped.version,
    x: overlay(shipped.x, over["x"], isSelector) as Anchors["x"],
    facebook: overlay(shipped.facebook, over["facebook"], isSelector) as Anchors["facebook"],
    labels: overlay(shipped.labels, over["labels"], isLabels) as Anchors["labels"],
  };
}

const normal = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** Whether a label is one of the known words, whole. */
export function isLabel(anchors: Anchors, label: Label, text: string): boolean {
  const given = normal(text);
  return given !== "" && anchors.labels[label].some((known) => normal(known) === given);
}

/** Whether a label begins with one of the known words ("Comment as NAME"). */
export function startsWithLabel(anchors: Anchors, label: Label, text: string): boolean {
  const given = normal(text);
  return anchors.labels[label].some((known) => given.startsWith(normal(known)));
}

/** What follows the known beginning of a label, or null. */
export function afterLabel(anchors: Anchors, label: Label, text: string): string | null {
  const given = text.replace(/\s+/g, " ").trim();
  for (const known of anchors.labels[label]) {
    if (given.toLowerCase().startsWith(known.toLowerCase())) return given.slice(known.length).trim();
  }
  return null;
}

/** What a control calls itself: its aria-label, else its words. */
export function labelOf(element: Element): string {
  return element.getAttribute("aria-label") ?? element.textContent ?? "";
}
