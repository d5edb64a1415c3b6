// The list of people X offers while a mention is typed. Open, it takes the bare Enter for itself.
import { EditorState, Modifier } from "draft-js";

const PEOPLE = ["jordan_ellis", "hillsidelibrary"];
const BEING_TYPED = /(?:^|\s)@(\w*)$/;

/**
 * @param {EditorState} value
 * @returns {{ people: string[], start: number } | null} null when no mention is being typed at the caret
 */
export function mentionAt(value) {
  const selection = value.getSelection();
  if (!selection.isCollapsed() || !selection.getHasFocus()) return null;
  const block = value.getCurrentContent().getBlockForKey(selection.getStartKey());
  const found = block?.getText().slice(0, selection.getStartOffset()).match(BEING_TYPED);
  if (!found) return null;
  const people = PEOPLE.filter((handle) => handle.startsWith(found[1].toLowerCase()));
  return people.length > 0 ? { people, start: selection.getStartOffset() - found[1].length } : null;
}

/** Completes the mention at the caret with `handle`. */
export function complete(value, start, handle) {
  const range = value.getSelection().merge({ anchorOffset: start });
  const content = Modifier.replaceText(value.getCurrentContent(), range, `${handle} `);
  return EditorState.push(value, content, "insert-characters");
}

export function Typeahead({ mention, onPick }) {
  return (
    <div role="listbox" id="typeaheadDropdown-1" className="typeahead">
      {mention.people.map((handle, at) => (
        <div key={handle} role="option" aria-selected={at === 0} data-testid="typeaheadResult"
          onMouseDown={(event) => { event.preventDefault(); onPick(handle); }}>
          <button type="button" role="button" data-testid="TypeaheadUser" tabIndex={-1}>@{handle}</button>
        </div>
      ))}
    </div>
  );
}
