// A box of no layout we know: the text is still checked, a form's submit and
// the usual keys are held, and the frame is told "unknown layout".
import type { Anchors } from "../anchors";
import { isField } from "../read/textarea";
import type { Composer } from "./composer";
import { isSendShortcut } from "./composer";

const SUBMIT = "button:not([type='button']):not([type='reset']), input[type='submit']";
/** Looking for something is not writing a post. */
const SEARCH = "[role='search'], [role='searchbox'], [type='search'], [role='combobox']";

/** Single-line fields hold names, passwords and searches; only boxes of several lines are drafts. */
function isDraftBox(editor: Element): boolean {
  if (editor.closest(SEARCH)) return false;
  if (isField(editor)) return editor.tagName === "TEXTAREA" && !editor.readOnly && !editor.disabled;
  return editor.getAttribute("contenteditable") !== "false";
}

export function genericComposer(_anchors: Anchors, editor: Element): Composer | null {
  if (!isDraftBox(editor)) return null;
  const form = editor.closest("form");
  const scope = form ?? editor.parentElement ?? editor;
  const control = () => form?.querySelector(SUBMIT) ?? null;
  return {
    scope,
    keyReplay: "key",
    editors: () => [editor],
    fields: () => [],
    surface: () => "post",
    audience: () => "unknown",
    media: () => "none",
    parent: () => undefined,
    account: () => null,
    control,
    isControl: (element) => form !== null && form.contains(element) && element.matches(SUBMIT),
    isNext: () => false,
    isSendKey: isSendShortcut,
    missing: () => "generic.layout",
  };
}
