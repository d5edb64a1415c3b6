// The comment box under a post and the reply box under a comment. Bare Enter posts; Shift+Enter makes a line.
import { useRef, useState } from "react";
import { send } from "../shared/send.js";
import { actor } from "./actor.js";
import { LexicalBox, clear } from "./lexicalbox.jsx";
import { RoleButton } from "./rolebutton.jsx";
import { words } from "./words.js";

/** `?press=submit`: the box's button is a form's own, without a name, and the site posts when the form is submitted. */
const bySubmit = new URLSearchParams(location.search).get("press") === "submit";

/** @param {{ name: string, surface: string, label: string, submit: string, parent: string, onPosted: (text: string) => void }} props */
export function CommentForm({ name, surface, label, submit, parent, onPosted }) {
  const editor = useRef(null);
  const [text, setText] = useState("");
  const [focused, setFocused] = useState(false);
  const empty = text.trim() === "";
  const submitted = (event) => {
    event.preventDefault();
    if (bySubmit) post(event.nativeEvent);
  };
  const post = async (event) => {
    if (empty) return;
    await send({ site: "facebook", surface, texts: [text], account: actor.id, parent }, event);
    clear(editor.current);
    onPosted(text);
  };
  return (
    <form role="presentation" className="commentForm" onSubmit={submitted}>
      <div>
        <LexicalBox name={name} label={label} placeholder={label} editorRef={editor} onText={setText} onEnter={post} onFocus={() => setFocused(true)} />
      </div>
      {focused && bySubmit && <button type="submit" disabled={empty}>➤</button>}
      {focused && !bySubmit && (
        <div id="focused-state-composer-submit">
          <span><RoleButton label={submit} disabled={empty} onPress={post}>➤</RoleButton></span>
        </div>
      )}
    </form>
  );
}

/** A comment with its replies. */
export function Comment({ id, author, text }) {
  const [replying, setReplying] = useState(false);
  const [replies, setReplies] = useState([]);
  return (
    <div role="article" aria-label={words.commentBy(author)} className="comment">
      <a href="/profile/jordan.ellis"><strong>{author}</strong></a>
      <div dir="auto">{text}</div>
      <RoleButton onPress={() => setReplying(true)}>{words.reply}</RoleButton>
      {replies.map((reply, at) => <div key={at} role="article" className="comment"><strong>{actor.name}</strong><div dir="auto">{reply}</div></div>)}
      {replying && (
        <CommentForm name={`reply-${id}`} surface="reply" label={words.replyTo(author)} submit={words.reply} parent={text}
          onPosted={(reply) => setReplies((all) => [...all, reply])} />
      )}
    </div>
  );
}
