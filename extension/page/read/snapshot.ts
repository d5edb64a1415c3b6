// A snapshot of a draft: its text, and for every stretch of that text the
// place in the page it came from, so that offsets can be turned into ranges.

import type { DraftField } from "../protocol";

/** A leaf the text was read from: a text node, a form field's value, or an attribute such as `alt`. */
export type Leaf = Text | HTMLInputElement | HTMLTextAreaElement | Element;

export interface Run {
  utf16_start: number;
  utf16_end: number;
  leaf: Leaf;
  /** Where in the leaf's own value this run begins (UTF-16). */
  leaf_start: number;
}

export interface Snapshot {
  text: string;
  runs: Run[];
}

/** A text beside the editors, such as a picture's description. */
export interface FieldSnapshot extends Snapshot {
  kind: DraftField["kind"];
}

/** A draft with the fields posted with it: `text` holds all of it, `own` is the length of the draft itself. */
export interface DraftSnapshot extends Snapshot {
  own: number;
  fields: DraftField[];
}

/** Two boxes of a thread are two paragraphs of one draft. */
export const BOX_SEPARATOR = "\n\n";

/** Collects text and runs in one pass; line breaks between blocks belong to no leaf. */
export class SnapshotBuilder {
  private text = "";
  private readonly runs: Run[] = [];

  get length(): number {
    return this.text.length;
  }

  /** Adds the value of a leaf as a run of its own. */
  leaf(leaf: Leaf, value: string, leaf_start = 0): void {
    if (value === "") return;
    const utf16_start = this.text.length;
    this.text += value;
    this.runs.push({ utf16_start, utf16_end: this.text.length, leaf, leaf_start });
  }

  /** Adds characters that stand in no leaf (block and line breaks). */
  gap(value: string): void {
    this.text += value;
  }

  /** Adds a finished snapshot, shifted to its new place. */
  append(other: Snapshot): void {
    const shift = this.text.length;
    this.text += other.text;
    for (const run of other.runs) {
      this.runs.push({ ...run, utf16_start: run.utf16_start + shift, utf16_end: run.utf16_end + shift });
    }
  }

  done(): Snapshot {
    return { text: this.text, runs: this.runs };
  }
}

/** Joins the boxes of a thread, then its extra fields, into one draft. */
export function joinSnapshots(parts: Snapshot[], fields: FieldSnapshot[]): DraftSnapshot {
  const builder = new SnapshotBuilder();
  parts.forEach((part, index) => {
    if (index > 0) builder.gap(BOX_SEPARATOR);
    builder.append(part);
  });
  const own = builder.length;
  const filled = fields.filter((field) => field.text !== "");
  for (const field of filled) {
    builder.gap(BOX_SEPARATOR);
    builder.append(field);
  }
  return { ...builder.done(), own, fields: filled.map(({ kind, text }) => ({ kind, text })) };
}

/** The runs a span touches, each cut to the span. */
export function runsOf(snapshot: Snapshot, utf16_start: number, utf16_end: number): Run[] {
  const cut: Run[] = [];
  for (const run of snapshot.runs) {
    if (run.utf16_end <= utf16_start || run.utf16_start >= utf16_end) continue;
    const start = Math.max(run.utf16_start, utf16_start);
    const end = Math.min(run.utf16_end, utf16_end);
    cut.push({ leaf: run.leaf, leaf_start: run.leaf_start + start - run.utf16_start, utf16_start: start, utf16_end: end });
  }
  return cut;
}

/** Whether two snapshots stand on the same leaves, so that marks need no new ranges. */
export function sameLeaves(a: Snapshot, b: Snapshot): boolean {
  return a.runs.length === b.runs.length && a.runs.every((run, i) => run.leaf === b.runs[i]?.leaf);
}
