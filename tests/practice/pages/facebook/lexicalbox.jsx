// One text box of Facebook: a real Lexical rich-text editor in a contenteditable div.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import {
  $createParagraphNode, $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND, PASTE_COMMAND, createEditor,
} from "lexical";
import { useEffect, useRef } from "react";
import { useBoxText } from "../shared/boxes.js";

// Lexical's own default: keys typed within this time are undone together.
const HISTORY_DELAY_MS = 300;

/** The text as the site would send it: one line per paragraph. */
export function textOf(editor) {
  return editor.getEditorState().read(() => $getRoot().getChildren().map((node) => node.getTextContent()).join("\n"));
}

export function clear(editor) {
  editor.update(() => $getRoot().clear().append($createParagraphNode()));
}

/**
 * @param {{ name: string, label: string, placeholder: string, editorRef: { current: any },
 *   onText: (text: string) => void, onEnter?: (event: KeyboardEvent) => void, onFocus?: () => void }} props
 */
export function LexicalBox({ name, label, placeholder, editorRef, onText, onEnter, onFocus }) {
  const root = useRef(null);
  const latest = useRef({ onText, onEnter });
  latest.current = { onText, onEnter };
  const read = useRef(() => (editorRef.current ? textOf(editorRef.current) : ""));
  useBoxText(name, read);
  useEffect(() => {
    const editor = createEditor({ namespace: name, onError: (error) => { throw error; } });
    editorRef.current = editor;
    const stop = [
      registerRichText(editor),
      registerHistory(editor, createEmptyHistoryState(), HISTORY_DELAY_MS),
      editor.registerUpdateListener(() => latest.current.onText(textOf(editor))),
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => enter(event, latest.current.onEnter), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(PASTE_COMMAND, pastePlain, COMMAND_PRIORITY_HIGH),
    ];
    editor.setRootElement(root.current);
    return () => {
      stop.forEach((off) => off());
      editor.setRootElement(null);
      editorRef.current = null;
    };
  }, [name]);
  return (
    <div className="lexicalBox">
      <div ref={root} contentEditable suppressContentEditableWarning role="textbox" aria-label={label} aria-placeholder={placeholder}
        spellCheck tabIndex={0} onFocus={onFocus} className="notranslate" />
    </div>
  );
}

function enter(event, onEnter) {
  if (!onEnter || !event || event.shiftKey || event.isComposing) return false;
  event.preventDefault();
  onEnter(event);
  return true;
}

// Facebook's composers take pasted text without its formatting. (Parsing HTML would also need a Trusted Types policy.)
function pastePlain(event) {
  const text = event.clipboardData?.getData("text/plain");
  const selection = $getSelection();
  if (!text || !$isRangeSelection(selection)) return false;
  event.preventDefault();
  selection.insertRawText(text);
  return true;
}
