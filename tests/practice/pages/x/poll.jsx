// The two choices of a poll: text that is posted with the draft but stands outside its editor.
import { words } from "./words.js";

export function Poll({ choices, onChange }) {
  return (
    <div data-testid="attachments" role="group" className="poll">
      {choices.map((choice, at) => (
        <input key={at} type="text" name={`Choice${at + 1}`} aria-label={`${words.choice} ${at + 1}`} value={choice} maxLength={25}
          onChange={(event) => onChange(choices.map((old, index) => (index === at ? event.target.value : old)))} />
      ))}
    </div>
  );
}
