// Changes a draft by the one idiom that works in Draft.js and Lexical in both
// browsers (platform facts §1.4, §2.6): set the selection, wait until the
// editor has heard of it, replace it (rewrite.ts), then read again and
// compare. Never twice: a second try is how other tools double the text.
import { document } from "./document";
import type { Box } from "./box";
import { caretOf, select } from "./caret";
import type { Edit } from "./protocol";
import { rewrite } from "./rewrite";
import { isDraftJs } from "./read/draftjs";
import { isField, type Field } from "./read/textarea";
import { runsOf, type Run } from "./read/snapshot";

/** Editors hear of a selection through selectionchange; 50 ms was enough in every trial. */
const SELECTION_MS = 50;
/** A busy page may be late with selectionchange; longer than this it will not come. */
const SELECTION_LATE_MS = 500;
/** Editors render an input within a task or two; a slow page gets this long before we call it failed. */
const RENDER_MS = 400;

export type Applied = { ok: true } | { ok: false; reason: string };

const failed = (reason: string): Applied => ({ ok: false, reason });
const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function editorOf(box: Box, run: Run | undefined): Element | null {
  if (!run) return null;
  if (isField(run.leaf as Element)) return run.leaf as Field;
  return box.composer.editors().find((e) => e.contains(run.leaf)) ?? null;
}

/** The text an edit leads to. In an editor of blocks a line break cannot be inserted as text. */
export function textAfter(text: string, edit: Edit): string {
  return text.slice(0, edit.utf16_start) + edit.replacement + text.slice(edit.utf16_end);
}

/**
 * Inserting nothing is not inserting text: editors handle a deletion by other
 * roads. So a removal takes a neighbouring letter along and writes it again.
 */
export function withoutEmpty(text: string, edit: Edit): Edit {
  if (edit.replacement !== "") return edit;
  const after = String.fromCodePoint(text.codePointAt(edit.utf16_end) ?? 10);
  if (edit.utf16_end < text.length && after !== "\n") {
    return { ...edit, utf16_end: edit.utf16_end + after.length, replacement: after };
  }
  const low = text.charCodeAt(edit.utf16_start - 1);
  const size = low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
  const before = text.slice(Math.max(0, edit.utf16_start - size), edit.utf16_start);
  if (before === "" || before === "\n") return edit;
  return { ...edit, utf16_start: edit.utf16_start - before.length, replacement: before };
}

/** Resolves when the editor has heard of the selection: the event, and a task for its handlers. */
function heard(): Promise<unknown> {
  const event = new Promise<void>((done) => {
    document.addEventListener("selectionchange", () => done(), { once: true });
    setTimeout(done, SELECTION_LATE_MS);
  });
  return Promise.all([event, wait(SELECTION_MS)]).then(() => wait(0));
}

/**
 * Selects the words in an editor of nodes. An editor that renders late puts
 * its own caret back; then it is tried once more. Nothing is written yet.
 */
async function selectWords(box: Box, edit: Edit): Promise<boolean> {
  const wanted = { utf16_anchor: edit.utf16_start, utf16_focus: edit.utf16_end };
  for (let tries = 0; tries < 2; tries += 1) {
    const change = heard();
    if (!select(box, wanted)) return false;
    await change;
    box.read();
    const is = caretOf(box);
    if (is?.utf16_anchor === wanted.utf16_anchor && is.utf16_focus === wanted.utf16_focus) return true;
  }
  return false;
}

function selectField(field: Field, run: Run, edit: Edit): void {
  const start = run.leaf_start + edit.utf16_start - run.utf16_start;
  field.setSelectionRange(start, start + edit.utf16_end - edit.utf16_start);
}

/** Reads until the text is as wanted. Early looks matter as much as late ones: the clinician may type on at once. */
async function settle(box: Box, isWanted: (text: string) => boolean): Promise<boolean> {
  const until = Date.now() + RENDER_MS;
  for (let pause = 0; ; pause = 20) {
    await wait(pause);
    box.read();
    if (isWanted(box.text)) return true;
    if (Date.now() > until) return false;
  }
}

const isWholeLeaf = ({ leaf, leaf_start, utf16_start, utf16_end }: Run): boolean =>
  leaf instanceof Text && leaf_start === 0 && utf16_end - utf16_start === leaf.data.length;

/** The edit as it is made: in which editor, over which leaves. */
function planned(box: Box, given: Edit): { edit: Edit; editor: Element; run: Run | undefined; isSplit: boolean } | string {
  const leavesOf = (edit: Edit): Run[] => runsOf(box.snapshot, edit.utf16_start, edit.utf16_end);
  const whole = withoutEmpty(box.text, given);
  const first = editorOf(box, leavesOf(whole)[0]);
  if (!first) return "not_editable";
  const isSplit = !isField(first) && isDraftJs(first) && leavesOf(whole).some((run, at) => at > 0 || isWholeLeaf(run));
  const edit = isSplit ? given : whole;
  const touched = leavesOf(edit);
  const editor = editorOf(box, touched[0]);
  if (!editor) return "not_editable";
  if (editorOf(box, touched.at(-1)) !== editor) return "spans_boxes";
  return { edit, editor, run: touched[0], isSplit };
}

async function applyOne(box: Box, given: Edit): Promise<Applied> {
  const expected = textAfter(box.text, given);
  const plan = planned(box, given);
  if (typeof plan === "string") return failed(plan);
  const { edit, editor, run, isSplit } = plan;
  const before = box.text;
  (editor as HTMLElement).focus({ preventScroll: true });
  if (!isField(editor)) {
    if (!(await selectWords(box, edit))) return failed("not_selectable");
  } else if (run) {
    selectField(editor, run, edit);
    await wait(SELECTION_MS);
    box.read();
  }
  if (box.text !== before) return failed("changed_meanwhile");
  const text = isField(editor) ? edit.replacement : edit.replacement.replace(/\s*\n\s*/g, " ");
  if (!rewrite(editor, text, isSplit)) return failed("not_taken");
  const wanted = text === edit.replacement ? expected : textAfter(before, { ...edit, replacement: text });
  return (await settle(box, (now) => now === wanted)) ? { ok: true } : failed("text_differs");
}

/** Applies edits of one snapshot, last first, so that earlier offsets stay true. */
export async function applyEdits(box: Box, edits: Edit[]): Promise<Applied> {
  const ordered = [...edits].sort((a, b) => b.utf16_start - a.utf16_start);
  const overlaps = ordered.some((e, i) => i > 0 && e.utf16_end > (ordered[i - 1]?.utf16_start ?? 0));
  if (overlaps || ordered.some((e) => e.utf16_end > box.text.length)) return failed("bad_edits");
  for (const edit of ordered) {
    const done = await applyOne(box, edit);
    if (!done.ok) return done;
  }
  return { ok: true };
}

/** Inserts a template where the caret is, after what stands there. */
export async function insertText(box: Box, text: string): Promise<Applied> {
  const { editor } = box;
  (editor as HTMLElement).focus({ preventScroll: true });
  const selection = document.getSelection();
  if (!isField(editor) && selection?.isCollapsed === false) selection.collapseToEnd();
  await wait(SELECTION_MS);
  const before = box.text.length;
  document.execCommand("insertText", false, isField(editor) ? text : text.replace(/\s*\n\s*/g, " "));
  return (await settle(box, (now) => now.length > before)) ? { ok: true } : failed("text_differs");
}
