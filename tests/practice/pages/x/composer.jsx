// X's composer of posts: one or several boxes (a thread), attachments, and the toolbar with the Post button
// in a sibling subtree of the boxes.
import { useState } from "react";
import { mediaFrom, kindsOf } from "../shared/media.js";
import { send } from "../shared/send.js";
import { Attachments } from "./attachments.jsx";
import { Avatar } from "./avatar.jsx";
import { Poll } from "./poll.jsx";
import { TextBox, emptyValue, sendsPost, textOf } from "./textbox.jsx";
import { words } from "./words.js";

const freshBox = () => ({ value: emptyValue(), media: [], choices: null });
const isEmpty = (box) => textOf(box.value).trim() === "" && box.media.length === 0;

/**
 * @param {{ account: object, mode: "original" | "reply" | "quote", surface: string, isModal: boolean,
 *   parent?: object, onSent: (tweet: object) => void, onDismiss?: (unsaved: boolean) => void }} props
 */
export function Composer({ account, mode, surface, isModal, parent, onSent, onDismiss }) {
  const [boxes, setBoxes] = useState(() => [freshBox()]);
  const [active, setActive] = useState(0);
  const change = (at, part) => setBoxes((all) => all.map((box, index) => (index === at ? { ...box, ...part } : box)));
  const disabled = boxes.every(isEmpty);

  const post = async (event) => {
    if (disabled) return;
    const filled = boxes.filter((box) => !isEmpty(box));
    const texts = filled.map((box) => textOf(box.value));
    await send({
      site: "x", surface, texts, account: account.handle, parent: parent?.text,
      media: kindsOf(filled.flatMap((box) => box.media)),
      fields: filled.flatMap((box) => [...box.media.map((item) => item.alt ?? ""), ...(box.choices ?? [])]).filter(Boolean),
    }, event);
    setBoxes([freshBox()]);
    setActive(0);
    onSent({ text: texts[0], name: account.name, handle: account.handle });
  };
  const dismiss = onDismiss && (() => onDismiss(!disabled));

  return (
    <div className="composer">
      <div>
        {boxes.map((box, at) => (
          <Box key={at} at={at} box={box} account={account} placeholder={placeholderOf(mode)} change={change}
            onSend={post} onEscape={dismiss} onFocus={() => setActive(at)} />
        ))}
      </div>
      <div>
        <Toolbar isModal={isModal} disabled={disabled} label={buttonLabel(mode, boxes.length)} onPost={post}
          onMedia={(files) => change(active, { media: mediaFrom(files) })}
          onPoll={() => change(active, { choices: ["", ""] })}
          onAdd={() => setBoxes((all) => [...all, freshBox()])} />
      </div>
    </div>
  );
}

function Box({ at, box, account, placeholder, change, onSend, onEscape, onFocus }) {
  return (
    <div className="box">
      <div><Avatar handle={account.handle} name={account.name} /></div>
      <div className="boxBody">
        <TextBox testId={`tweetTextarea_${at}`} label={words.textLabel} placeholder={placeholder} value={box.value}
          onChange={(value) => change(at, { value })} sendKey={sendsPost} onSend={onSend} onEscape={onEscape} onFocus={onFocus} />
        <Attachments media={box.media} onRemove={() => change(at, { media: [] })}
          onAlt={(url, alt) => change(at, { media: box.media.map((item) => (item.url === url ? { ...item, alt } : item)) })} />
        {box.choices && <Poll choices={box.choices} onChange={(choices) => change(at, { choices })} />}
      </div>
    </div>
  );
}

function Toolbar({ isModal, disabled, label, onPost, onMedia, onPoll, onAdd }) {
  return (
    <div data-testid="toolBar" className="toolBar">
      <nav aria-live="polite" role="navigation">
        <label aria-label={words.addMedia} className="icon">🖼
          <input type="file" data-testid="fileInput" accept="image/jpeg,image/png,image/webp,image/gif,video/mp4,video/quicktime"
            onChange={(event) => onMedia(event.target.files)} />
        </label>
        <button type="button" role="button" data-testid="createPollButton" aria-label={words.addPoll} onClick={onPoll}>📊</button>
        <button type="button" role="button" aria-label={words.everyone}>{words.everyone}</button>
      </nav>
      {isModal && <button type="button" role="button" data-testid="addButton" aria-label={words.addPost} onClick={onAdd}>+</button>}
      <button type="button" role="button" data-testid={isModal ? "tweetButton" : "tweetButtonInline"} className="primary"
        disabled={disabled} aria-disabled={disabled || undefined} onClick={(event) => onPost(event.nativeEvent)}>
        <div dir="ltr"><span><span>{label}</span></span></div>
      </button>
    </div>
  );
}

function buttonLabel(mode, count) {
  if (count > 1) return words.postAll;
  return mode === "reply" ? words.reply : words.post;
}

function placeholderOf(mode) {
  if (mode === "reply") return words.replyPlaceholder;
  return mode === "quote" ? words.quotePlaceholder : words.placeholder;
}
