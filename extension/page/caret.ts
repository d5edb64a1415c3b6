// Where the caret was, in offsets of the draft, so that Escape and "Edit" lead
// back to the very place even when the editor re-rendered meanwhile.
import { document } from "./document";
import type { Box } from "./box";
import { isField } from "./read/textarea";
import type { Run, Snapshot } from "./read/snapshot";

export interface Caret {
  utf16_anchor: number;
  utf16_focus: number;
}

interface Place {
  node: Text;
  offset: number;
}

/** Selections inside a shadow root are told by that root where the browser can. */
function selectionOf(editor: Element): Selection | null {
  const root = editor.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? document.getSelection();
}

function offsetOf(snapshot: Snapshot, node: Node | null, offset: number): number | null {
  const run = snapshot.runs.find((r) => r.leaf === node && offset >= r.leaf_start && offset <= r.leaf_start + r.utf16_end - r.utf16_start);
  return run ? run.utf16_start + offset - run.leaf_start : null;
}

/** The caret of a box now, or null when it is not on a letter of the draft. */
export function caretOf(box: Box): Caret | null {
  const selection = isField(box.editor) ? null : selectionOf(box.editor);
  if (!selection?.anchorNode) return null;
  const utf16_anchor = offsetOf(box.snapshot, selection.anchorNode, selection.anchorOffset);
  const utf16_focus = offsetOf(box.snapshot, selection.focusNode, selection.focusOffset);
  return utf16_anchor === null || utf16_focus === null ? null : { utf16_anchor, utf16_focus };
}

function placeOf(runs: Run[], utf16_at: number): Place | null {
  const run = runs.find((r) => utf16_at >= r.utf16_start && utf16_at <= r.utf16_end && r.leaf instanceof Text);
  return run ? { node: run.leaf as Text, offset: run.leaf_start + utf16_at - run.utf16_start } : null;
}

/** Selects a span of the draft; false when it does not lie on text nodes. */
export function select(box: Box, { utf16_anchor, utf16_focus }: Caret): boolean {
  const anchor = placeOf(box.snapshot.runs, utf16_anchor);
  const focus = placeOf(box.snapshot.runs, utf16_focus);
  const selection = selectionOf(box.editor);
  if (!anchor || !focus || !selection) return false;
  selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  return true;
}

/** Gives the focus back, with the caret where it was. */
export function returnTo(box: Box, caret: Caret | null): void {
  if (!box.isConnected) return;
  (box.editor as HTMLElement).focus({ preventScroll: true });
  if (caret && !isField(box.editor)) select(box, caret);
}
