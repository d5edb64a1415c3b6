// The photos or video attached to one box. Only the outer test id is known; the inside is a guess (README.md).
import { words } from "./words.js";

export function Attachments({ media, onAlt, onRemove }) {
  if (media.length === 0) return null;
  return (
    <div data-testid="attachments" role="group" aria-label={words.media} className="attachments">
      {media.map((item) => (
        <div key={item.url} data-testid={item.kind === "photo" ? "tweetPhoto" : "videoComponent"}>
          {item.kind === "photo" ? <img alt="" src={item.url} /> : <video src={item.url} />}
          {item.kind === "photo" && (
            <input type="text" name="altText" data-testid="altTextInput" aria-label={words.description} value={item.alt ?? ""}
              onChange={(event) => onAlt(item.url, event.target.value)} />
          )}
        </div>
      ))}
      <button type="button" role="button" aria-label={words.removeMedia} onClick={onRemove}>✕</button>
    </div>
  );
}
