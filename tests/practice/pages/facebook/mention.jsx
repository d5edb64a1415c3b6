// Mentions: a list of people offered after "@", and the node a chosen person becomes.
// Facebook's own mention nodes were not seen (README.md); this one is a segmented text node, as in Lexical's examples.
import { $createTextNode, $getSelection, $isRangeSelection, $isTextNode, TextNode } from "lexical";

const PEOPLE = ["Jordan Ellis", "Pat Doe", "Hillside Library"];
const BEING_TYPED = /(?:^|\s)(@[A-Za-z]{1,30})$/;

export class MentionNode extends TextNode {
  static getType() { return "mention"; }
  static clone(node) { return new MentionNode(node.__text, node.__key); }
  static importJSON(json) { return new MentionNode(json.text).updateFromJSON(json); }

  createDOM(config) {
    const span = super.createDOM(config);
    span.className = "mention";
    return span;
  }

  isTextEntity() { return true; }
  canInsertTextBefore() { return false; }
  canInsertTextAfter() { return false; }
}

/** @returns {string[]} people whose name begins with what is typed after "@" at the caret */
export function peopleAtCaret(editor) {
  const typed = editor.getEditorState().read(() => beingTyped()?.typed.slice(1).toLowerCase());
  return typed ? PEOPLE.filter((name) => name.toLowerCase().startsWith(typed)) : [];
}

function beingTyped() {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node instanceof MentionNode) return null;
  const found = node.getTextContent().slice(0, selection.anchor.offset).match(BEING_TYPED);
  return found && { node, typed: found[1], end: selection.anchor.offset };
}

/** Turns what is typed at the caret into a mention of `person`, and goes on after a space. */
export function complete(editor, person) {
  editor.update(() => {
    const at = beingTyped();
    if (!at) return;
    const start = at.end - at.typed.length;
    const parts = at.node.splitText(...[start, at.end].filter((offset) => offset > 0));
    const mention = new MentionNode(person);
    mention.setMode("segmented");
    parts[start > 0 ? 1 : 0].replace(mention);
    const space = $createTextNode(" ");
    mention.insertAfter(space);
    space.select();
  });
}

export function MentionList({ people, onPick }) {
  return (
    <ul role="listbox" className="typeahead">
      {people.map((person, at) => (
        <li key={person} role="option" aria-selected={at === 0} onMouseDown={(event) => { event.preventDefault(); onPick(person); }}>{person}</li>
      ))}
    </ul>
  );
}
