// Puts words in the place of the selected ones, by the road the editor hears.
//
// Draft.js takes what execCommand did from the one leaf in which the selection
// begins. Words removed over several leaves (a mention, a hashtag, two lines),
// or with a whole one, went from the screen and stayed in what is posted. There it is told as of a
// key or of "cut" instead, and renders its own model: tried with 0.11.7 in
// Chromium and Firefox. Nothing reaches the clipboard: the event is a script's.
import { document } from "./document";

/** Replaces the selection, which `isSplit` says holds more than a part of one leaf of Draft.js; false when nothing was changed. */
export function rewrite(editor: Element, text: string, isSplit: boolean): boolean {
  if (isSplit) return text === "" ? cut(editor) : type(editor, text);
  return document.execCommand(text === "" ? "delete" : "insertText", false, text);
}

function type(editor: Element, text: string): boolean {
  const event = document.createEvent("TextEvent");
  event.initTextEvent("textInput", true, true, window, text);
  // Draft.js forbids the browser what it does itself.
  return !editor.dispatchEvent(event);
}

/** Draft.js says nothing at once; whether the words went is read afterwards. */
function cut(editor: Element): boolean {
  editor.dispatchEvent(new ClipboardEvent("cut", { bubbles: true, cancelable: true, composed: true }));
  return true;
}
