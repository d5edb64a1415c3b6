// One text box of Facebook: a real Lexical rich-text editor in a contenteditable div.
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import {
  $createParagraphNode, $getRoot, $getSelection, $isRangeSelection, COMMAND_PRIORITY_HIGH, HISTORY_MERGE_TAG, KEY_ENTER_COMMAND, PASTE_COMMAND, createEditor,
} from "lexical";
import { useEffect, useRef, useState } from "react";
import { useBoxText } from "../shared/boxes.js";
import { MentionList, MentionNode, complete, peopleAtCaret } from "./mention.jsx";

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
  const [people, setPeople] = useState([]);
  const [empty, setEmpty] = useState(true);
  const latest = useRef({});
  latest.current = { onText, onEnter, people };
  const read = useRef(() => (editorRef.current ? textOf(editorRef.current) : ""));
  useBoxText(name, read);
  useEffect(() => {
    const editor = createEditor({ namespace: name, nodes: [MentionNode], onError: (error) => { throw error; } });
    editorRef.current = editor;
    const stop = [
      registerRichText(editor),
      registerHistory(editor, createEmptyHistoryState(), HISTORY_DELAY_MS),
      editor.registerUpdateListener(() => {
        const text = textOf(editor);
        setEmpty(text === "");
        setPeople(peopleAtCaret(editor));
        latest.current.onText(text);
      }),
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => enter(event, editor, latest.current), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(PASTE_COMMAND, pastePlain, COMMAND_PRIORITY_HIGH),
    ];
    editor.setRootElement(root.current);
    // An empty box holds one empty paragraph, and undo never removes it.
    editor.update(() => $getRoot().append($createParagraphNode()), { tag: HISTORY_MERGE_TAG });
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
      {empty && <div aria-hidden="true" className="placeholder">{placeholder}</div>}
      {people.length > 0 && <MentionList people={people} onPick={(person) => complete(editorRef.current, person)} />}
    </div>
  );
}

function enter(event, editor, { onEnter, people }) {
  if (!event || event.shiftKey || event.isComposing) return false;
  if (people.length === 0 && !onEnter) return false;
  event.preventDefault();
  if (people.length > 0) complete(editor, people[0]);
  else onEnter(event);
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
