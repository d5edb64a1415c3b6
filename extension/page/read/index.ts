// Chooses the reader by what the editor is, not by which site it stands on.
import { readContentEditable } from "./contenteditable";
import { isDraftJs, readDraftJs } from "./draftjs";
import { isLexical, readLexical } from "./lexical";
import type { Snapshot } from "./snapshot";
import { isField, readField } from "./textarea";

/** Reads one editor; null means "not readable", which is not the same as empty. */
export function readEditor(editor: Element): Snapshot | null {
  if (isField(editor)) return readField(editor);
  if (isLexical(editor)) return readLexical(editor);
  if (isDraftJs(editor)) return readDraftJs(editor);
  return readContentEditable(editor);
}
