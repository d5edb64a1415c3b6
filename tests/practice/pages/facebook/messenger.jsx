// Messenger: the chat tab over www.facebook.com, and the whole window on www.messenger.com and /messages/t/.
import { useRef, useState } from "react";
import { send } from "../shared/send.js";
import { actor } from "./actor.js";
import { LexicalBox, clear } from "./lexicalbox.jsx";
import { RoleButton } from "./rolebutton.jsx";
import { words } from "./words.js";

const FRIEND = "Jordan Ellis";
const GREETING = "Hi Amy, long time no see!";

/** @param {{ name: string }} props name: which box this is */
function Thread({ name }) {
  const editor = useRef(null);
  const [text, setText] = useState("");
  const [messages, setMessages] = useState([GREETING]);
  const empty = text.trim() === "";
  const post = async (event) => {
    if (empty) return;
    await send({ site: "facebook", surface: "message", texts: [text], account: actor.id }, event);
    clear(editor.current);
    setMessages((all) => [...all, text]);
  };
  return (
    <>
      <div role="grid" aria-label={words.conversation(FRIEND)}>{messages.map((message, at) => <div key={at} role="row"><div dir="auto">{message}</div></div>)}</div>
      <div role="group" aria-label={words.threadComposer} className="messageBox">
        <LexicalBox name={name} label={words.message} placeholder="Aa" editorRef={editor} onText={setText} onEnter={post} />
        {!empty && <RoleButton label={words.sendMessage} onPress={post}>➤</RoleButton>}
      </div>
    </>
  );
}

export function ChatTab() {
  const [open, setOpen] = useState(false);
  return (
    <div className="chat">
      <RoleButton label={words.chats} onPress={() => setOpen(true)}>{words.chats}</RoleButton>
      {open && (
        <div className="chatTab">
          <h3>{FRIEND}</h3>
          <RoleButton label={words.close} onPress={() => setOpen(false)}>✕</RoleButton>
          <Thread name="chat-tab" />
        </div>
      )}
    </div>
  );
}

export function MessengerWindow() {
  return <div role="main" className="messenger"><h2>{FRIEND}</h2><Thread name="messenger" /></div>;
}
