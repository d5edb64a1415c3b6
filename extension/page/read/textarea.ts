// A plain form field: one run whose leaf is the field itself.
import { SnapshotBuilder, type Snapshot } from "./snapshot";

export type Field = HTMLTextAreaElement | HTMLInputElement;

export function isField(element: Element): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

export function readField(field: Field): Snapshot {
  const builder = new SnapshotBuilder();
  builder.leaf(field, field.value);
  return builder.done();
}

/** A value that is no text node, such as a picture's alt text. */
export function readAttribute(element: Element, name: string): Snapshot {
  const builder = new SnapshotBuilder();
  builder.leaf(element, element.getAttribute(name) ?? "");
  return builder.done();
}
