// The audience button of the Create post dialog and the dialog in which it is changed.
import { useState } from "react";
import { RoleButton } from "./rolebutton.jsx";
import { words } from "./words.js";

export const DEFAULT_AUDIENCE = "friends";

export function AudienceButton({ audience, onPress }) {
  return <RoleButton label={words.sharing(words.audiences[audience])} onPress={onPress}>{words.audiences[audience]} ▾</RoleButton>;
}

export function AudienceDialog({ audience, onDone }) {
  const [chosen, setChosen] = useState(audience);
  return (
    <div role="dialog" aria-label={words.postAudience} className="dialog">
      <h2>{words.postAudience}</h2>
      {Object.entries(words.audiences).map(([key, label]) => (
        <label key={key} className="radio">
          <span>{label}</span>
          <input type="radio" name="audience" value={key} checked={chosen === key} onChange={() => setChosen(key)} />
        </label>
      ))}
      <RoleButton label={words.audienceDone} primary onPress={() => onDone(chosen)}>{words.done}</RoleButton>
    </div>
  );
}
