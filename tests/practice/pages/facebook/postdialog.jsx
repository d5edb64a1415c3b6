// The Create post dialog. A person (or a group) posts from it directly; a Page goes on to "Post settings",
// a dialog without the editor, whose Post button sends.
import { useRef, useState } from "react";
import { kindsOf, mediaFrom } from "../shared/media.js";
import { send } from "../shared/send.js";
import { actor } from "./actor.js";
import { AudienceButton, AudienceDialog, DEFAULT_AUDIENCE } from "./audience.jsx";
import { LexicalBox } from "./lexicalbox.jsx";
import { RoleButton } from "./rolebutton.jsx";
import { words } from "./words.js";

/** @param {{ surface: "post" | "group" | "page", prompt: string, place?: string, onClose: () => void, onPosted: (text: string) => void }} props */
export function PostDialog({ surface, prompt, place, onClose, onPosted }) {
  const [text, setText] = useState("");
  const [media, setMedia] = useState([]);
  const [audience, setAudience] = useState(DEFAULT_AUDIENCE);
  const [step, setStep] = useState("write");
  const post = async (event) => {
    const sharedWith = surface === "post" ? audience : surface === "group" ? "group" : "public";
    await send({ site: "facebook", surface, texts: [text], account: actor.id, audience: sharedWith, media: kindsOf(media) }, event);
    onPosted(text);
    onClose();
  };
  const draft = { text, media, audience, prompt, place, surface };
  return (
    <div className="backdrop">
      {step === "settings" && <SettingsDialog text={text} onBack={() => setStep("write")} onPost={post} />}
      {step === "audience" && <AudienceDialog audience={audience} onDone={(chosen) => { setAudience(chosen); setStep("write"); }} />}
      {step !== "settings" && (
        <WriteDialog draft={draft} hidden={step === "audience"} onText={setText} onMedia={setMedia} onClose={onClose}
          onAudience={() => setStep("audience")} onGo={surface === "page" ? () => setStep("settings") : post} />
      )}
    </div>
  );
}

function WriteDialog({ draft, hidden, onText, onMedia, onClose, onAudience, onGo }) {
  const editor = useRef(null);
  const empty = draft.text.trim() === "" && draft.media.length === 0;
  const go = draft.surface === "page" ? words.next : words.post;
  return (
    <div role="dialog" aria-labelledby="create-post-title" className="dialog" hidden={hidden}>
      <h2 id="create-post-title"><span>{words.createPost}</span></h2>
      <RoleButton label={words.close} onPress={onClose}>✕</RoleButton>
      <form method="POST" onSubmit={(event) => event.preventDefault()}>
        <div className="byline"><strong>{actor.name}</strong> {byline(draft, onAudience)}</div>
        <LexicalBox name={draft.surface} label={draft.prompt} placeholder={draft.prompt} editorRef={editor} onText={onText} />
        <Photos media={draft.media} onRemove={() => onMedia([])} />
        <label className="photo">{words.photo}
          <input type="file" multiple accept="image/*,image/heif,image/heic,video/*" onChange={(event) => onMedia(mediaFrom(event.target.files))} />
        </label>
        <RoleButton label={go} disabled={empty} primary onPress={onGo}>{go}</RoleButton>
      </form>
    </div>
  );
}

// Only a person's own post has an audience control; a group shows its name, a Page nothing.
function byline({ surface, place, audience }, onAudience) {
  if (surface === "post") return <AudienceButton audience={audience} onPress={onAudience} />;
  return surface === "group" ? <span>{words.privateGroup} · {place}</span> : null;
}

function SettingsDialog({ text, onBack, onPost }) {
  return (
    <div role="dialog" aria-label={words.postSettings} className="dialog">
      <h2>{words.postSettings}</h2>
      <RoleButton label={words.back} onPress={onBack}>←</RoleButton>
      <p className="preview">{text}</p>
      <RoleButton label={words.post} primary onPress={onPost}>{words.post}</RoleButton>
    </div>
  );
}

function Photos({ media, onRemove }) {
  if (media.length === 0) return null;
  return (
    <div className="photos">
      {media.map((item) => (item.kind === "photo" ? <img key={item.url} alt="" src={item.url} /> : <video key={item.url} src={item.url} />))}
      <RoleButton label={words.removePhoto} onPress={onRemove}>✕</RoleButton>
    </div>
  );
}
