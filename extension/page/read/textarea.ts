// A plain form field: one run whose leaf is the field itself.
import type { DraftField } from "../protocol";
import { SnapshotBuilder, type FieldSnapshot, type Snapshot } from "./snapshot";

export type Field = HTMLTextAreaElement | HTMLInputElement;

export function isField(element: Element): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

export function readField(field: Field): Snapshot {
  const builder = new SnapshotBuilder();
  builder.leaf(field, field.value);
  return builder.done();
}

/** A field beside the editors. */
export function readBeside(field: Field, kind: DraftField["kind"]): FieldSnapshot {
  return { ...readField(field), kind };
}

/** A picture's description is no text node. */
export function readAlt(element: Element): FieldSnapshot {
  const builder = new SnapshotBuilder();
  builder.leaf(element, element.getAttribute("alt") ?? "");
  return { ...builder.done(), kind: "alt_text" };
}
