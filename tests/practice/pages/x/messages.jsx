// X's two message windows: the classic one (Draft.js, Enter sends) and the new chat (a real textarea).
import { useRef, useState } from "react";
import { useBoxText } from "../shared/boxes.js";
import { send } from "../shared/send.js";
import { TextBox, emptyValue, sendsMessage, textOf } from "./textbox.jsx";
import { words } from "./words.js";

const GREETING = "Hi, are you still at the Hillside practice?";

export function ClassicMessages({ account }) {
  const [value, setValue] = useState(emptyValue);
  const [messages, setMessages] = useState([GREETING]);
  const text = textOf(value);
  const post = async (event) => {
    if (text.trim() === "") return;
    await send({ site: "x", surface: "message", texts: [text], account: account.handle }, event);
    setMessages((all) => [...all, text]);
    setValue(emptyValue());
  };
  return (
    <section role="region" className="conversation">
      <h2>Jordan Ellis <span>@jordan_ellis</span></h2>
      <div data-testid="DmActivityContainer">
        {messages.map((message, at) => <div key={at} data-testid="messageEntry"><div data-testid="tweetText"><span>{message}</span></div></div>)}
      </div>
      <aside role="complementary" className="messageBox">
        <TextBox testId="dmComposerTextInput" label={words.message} placeholder={words.message} value={value} onChange={setValue}
          sendKey={sendsMessage} onSend={post} />
        <button type="button" role="button" data-testid="dmComposerSendButton" aria-label={words.send} disabled={text.trim() === ""}
          onClick={(event) => post(event.nativeEvent)}>➤</button>
      </aside>
    </section>
  );
}

export function NewChat({ account }) {
  const [text, setText] = useState("");
  const [messages, setMessages] = useState([GREETING]);
  const read = useRef(() => "");
  read.current = () => text;
  useBoxText("dm-composer-textarea", read);
  const post = async (event) => {
    if (text.trim() === "") return;
    await send({ site: "x", surface: "chat", texts: [text], account: account.handle }, event);
    setMessages((all) => [...all, text]);
    setText("");
  };
  const press = (event) => {
    if (event.key !== "Enter" || !sendsMessage(event)) return;
    event.preventDefault();
    post(event.nativeEvent);
  };
  return (
    <section data-testid="dm-container" className="conversation">
      <div data-testid="dm-conversation-header">Jordan Ellis @jordan_ellis</div>
      <div data-testid="dm-message-list">{messages.map((message, at) => <div key={at}><span>{message}</span></div>)}</div>
      <div className="messageBox">
        <textarea data-testid="dm-composer-textarea" placeholder={words.message} value={text} rows={1}
          onChange={(event) => setText(event.target.value)} onKeyDown={press} />
        <button type="button" data-testid="dm-composer-send-button" aria-label={words.send} disabled={text.trim() === ""}
          onClick={(event) => post(event.nativeEvent)}>➤</button>
      </div>
    </section>
  );
}
