// A compose box under watch: its composer, its newest snapshot and revision,
// the verdict on that revision, and the marks that belong to exactly that text.
import type { Anchors } from "./anchors";
import { findComposer, type Found } from "./composers";
import type { Composer } from "./composers/composer";
import type { HoldState, Known } from "./hold-state";
import { carryMarks } from "./marks/carry";
import type { Context, Mark, Site, Verdict } from "./protocol";
import { readEditor } from "./read";
import { joinSnapshots, type DraftSnapshot, type Snapshot } from "./read/snapshot";

export type BoxState = "watching" | "unreadable" | "unknown_layout" | "gone";
export type Change = "same" | "moved" | "changed";

interface Drawn {
  revision: number;
  text: string;
}

export class Box {
  revision = 0;
  /** The newest revision the frame was given. */
  sent = 0;
  /** What the frame was last told of this box's state. */
  told = "";
  snapshot: DraftSnapshot = { text: "", runs: [], own: 0, fields: [] };
  context: Context;
  verdict: Known = "pending";
  marks: Mark[] = [];
  hold: HoldState = { s: "idle" };
  state: BoxState = "watching";
  /** A press the clinician decided on may be done again by hand, on the same revision, until then. */
  armed: { revision: number; until: number } | null = null;
  /** Set while Facebook's later dialogs ("Post settings") stand in for the editor. */
  flow: { until: number } | null = null;
  private previous: Drawn | null = null;
  private key = "";

  constructor(readonly id: number, readonly site: Site, private found: Found, public editor: Element) {
    this.context = contextOf(site, found.composer);
  }

  get composer(): Composer {
    return this.found.composer;
  }

  /** Draft and fields; marks and edits count in it. */
  get text(): string {
    return this.snapshot.text;
  }

  get isConnected(): boolean {
    return this.editor.isConnected;
  }

  /** Takes a newly found composer for the same box (another editor of the thread, a re-rendered scope). */
  adopt(found: Found, editor: Element): void {
    this.found = found;
    this.editor = editor;
  }

  /** Looks for the composer again: pages re-render whole subtrees at any time. */
  refind(anchors: Anchors): void {
    const live = this.editor.isConnected ? this.editor : this.composer.editors().find((e) => e.isConnected);
    const found = live && findComposer(anchors, this.site, live);
    if (live && found) this.adopt(found, live);
  }

  /** Reads the box again. "moved": the same words stand on new nodes. */
  read(): Change {
    if (this.flow && !this.isConnected) return "same";
    const parts = this.composer.editors().map(readEditor);
    const readable = parts.filter((p): p is Snapshot => p !== null);
    this.state = readable.length < parts.length ? "unreadable" : this.found.known ? "watching" : "unknown_layout";
    const snapshot = joinSnapshots(readable, this.composer.fields());
    const { fields } = snapshot;
    const context = { ...contextOf(this.site, this.composer), ...(fields.length > 0 ? { fields } : {}) };
    const key = JSON.stringify(context);
    const same = snapshot.text === this.text && key === this.key && this.revision > 0;
    if (same) {
      this.snapshot = snapshot;
      return "moved";
    }
    this.change(snapshot, context, key);
    return "changed";
  }

  private change(snapshot: DraftSnapshot, context: Context, key: string): void {
    this.marks = carryMarks(this.marks, this.text, snapshot.text);
    this.previous = { revision: this.revision, text: this.text };
    this.snapshot = snapshot;
    this.context = context;
    this.key = key;
    this.revision += 1;
    this.verdict = "pending";
    this.armed = null;
  }

  /** Takes an answer; a stale one is carried over one edit or dropped. True when marks may differ. */
  answer(revision: number, verdict: Verdict, marks: Mark[]): boolean {
    if (revision === this.revision) {
      this.verdict = this.state === "unreadable" ? "not_checked" : verdict;
      this.marks = marks.filter((m) => m.utf16_end <= this.text.length);
      return true;
    }
    if (revision !== this.previous?.revision || this.verdict !== "pending") return false;
    this.marks = carryMarks(marks, this.previous.text, this.text);
    return true;
  }
}

function contextOf(site: Site, composer: Composer): Context {
  const parent = composer.parent();
  return {
    site,
    surface: composer.surface(),
    audience: composer.audience(),
    media: composer.media(),
    account: composer.account(),
    ...(parent === undefined ? {} : { parent }),
  };
}
