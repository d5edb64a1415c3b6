// One text box of X: a Draft.js editor as X configures it, or a plain textarea on the mobile web variant.
import { CompositeDecorator, ContentState, Editor, EditorState, KeyBindingUtil, Modifier, getDefaultKeyBinding } from "draft-js";
import { useRef } from "react";
import { useBoxText } from "../shared/boxes.js";
import { Typeahead, complete, mentionAt } from "./typeahead.jsx";

const ENTER = 13;
const MENTION = /@\w{1,15}/g;
const HASHTAG = /#\w+/g;

const matcher = (pattern) => (block, found) => {
  for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length);
};
const Entity = ({ children }) => <span className="entity">{children}</span>;
const DECORATOR = new CompositeDecorator([
  { strategy: matcher(MENTION), component: Entity },
  { strategy: matcher(HASHTAG), component: Entity },
]);

const usesPlainInput = location.host.startsWith("mobile.");

/** The value of an empty box. */
export function emptyValue() {
  return usesPlainInput ? "" : EditorState.createEmpty(DECORATOR);
}

/** The text a box holds, as the site would send it. */
export function textOf(value) {
  return typeof value === "string" ? value : value.getCurrentContent().getPlainText("\n");
}

/**
 * @param {{ testId: string, label: string, placeholder: string, value: any, onChange: (value: any) => void,
 *   sendKey: (event: any) => boolean, onSend: (event: Event) => void, onEscape?: () => void, onFocus?: () => void }} props
 */
export function TextBox(props) {
  const read = useRef(() => "");
  read.current = () => textOf(props.value);
  useBoxText(props.testId, read);
  return usesPlainInput ? <PlainBox {...props} /> : <DraftBox {...props} />;
}

function DraftBox({ testId, label, placeholder, value, onChange, sendKey, onSend, onEscape, onFocus }) {
  const editor = useRef(null);
  const pressed = useRef(null);
  const mention = mentionAt(value);
  const pick = (handle) => onChange(complete(value, mention.start, handle));
  const bindings = (event) => {
    pressed.current = event.nativeEvent;
    if (event.keyCode !== ENTER) return getDefaultKeyBinding(event);
    if (mention && !KeyBindingUtil.hasCommandModifier(event)) return "pick";
    return sendKey(event) ? "send" : getDefaultKeyBinding(event);
  };
  const obey = (command) => {
    if (command === "send") onSend(pressed.current);
    else if (command === "pick") pick(mention.people[0]);
    else return "not-handled";
    return "handled";
  };
  return (
    <div data-testid={`${testId}RichTextInputContainer`} className="richText" onClick={() => editor.current?.focus()}>
      <Editor ref={editor} editorState={value} onChange={onChange} webDriverTestID={testId} role="textbox"
        ariaLabel={label} ariaMultiline={true} placeholder={placeholder} stripPastedStyles spellCheck
        keyBindingFn={bindings} handleKeyCommand={obey} onEscape={onEscape} onFocus={onFocus}
        handlePastedText={(text) => pasteLines(text, value, onChange)} />
      {mention && <Typeahead mention={mention} onPick={pick} />}
    </div>
  );
}

// X inserts pasted text as a fragment of one block per line.
function pasteLines(text, value, onChange) {
  if (!text.includes("\n")) return "not-handled";
  const fragment = ContentState.createFromText(text).getBlockMap();
  const content = Modifier.replaceWithFragment(value.getCurrentContent(), value.getSelection(), fragment);
  onChange(EditorState.push(value, content, "insert-fragment"));
  return "handled";
}

function PlainBox({ testId, label, placeholder, value, onChange, sendKey, onSend, onFocus }) {
  const press = (event) => {
    if (event.keyCode !== ENTER || !sendKey(event)) return;
    event.preventDefault();
    onSend(event.nativeEvent);
  };
  return (
    <div data-testid={testId} className="richText">
      <textarea aria-label={label} placeholder={placeholder} value={value} onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)} onKeyDown={press} />
    </div>
  );
}

/** Ctrl+Enter (Cmd+Enter on a Mac) posts; Shift makes no difference. */
export const sendsPost = (event) => KeyBindingUtil.hasCommandModifier(event);

/** Bare Enter sends a direct message. */
export const sendsMessage = (event) => !event.shiftKey && !event.metaKey && !event.ctrlKey;
