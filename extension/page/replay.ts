// Presses Post again, once, the way it was pressed: the control where there is
// one (looked for anew, pages re-render), else the key, else the form.
import { document } from "./document";
import { isDisabled } from "./composers/composer";
import { isLaterPost } from "./composers/facebook";
import { labelOf, type Anchors } from "./anchors";
import type { Press } from "./hold";

const POINTER = ["pointerdown", "mousedown", "pointerup", "mouseup"] as const;

/** The control to press now: the one that was pressed if it still stands, else its successor. */
function controlNow(press: Press, anchors: Anchors): Element | null {
  const { box, control } = press;
  if (control?.isConnected) return control;
  if (box.isConnected) return box.composer.control();
  const buttons = [...document.querySelectorAll(anchors.facebook.dialog_button)];
  return buttons.find((b) => isLaterPost(anchors, b) && (!control || labelOf(b) === labelOf(control))) ?? null;
}

/** Some sites act on the pointer, some on the click: the page hears the sequence a hand would make. */
function click(control: Element): void {
  for (const type of POINTER) {
    const Kind = type.startsWith("pointer") ? PointerEvent : MouseEvent;
    control.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, composed: true, button: 0, view: window }));
  }
  (control as HTMLElement).click();
}

function type(press: Press): boolean {
  if (!press.key) return false;
  const { editor } = press.box;
  editor.dispatchEvent(new KeyboardEvent("keydown", press.key));
  editor.dispatchEvent(new KeyboardEvent("keyup", press.key));
  return true;
}

/** True when the press was made; the caller makes sure that it is made inside `Hold.replay`. */
export function pressAgain(press: Press, anchors: Anchors): boolean {
  if (press.form) {
    const { form, submitter } = press.form;
    if (!form.isConnected) return false;
    form.requestSubmit(submitter?.isConnected ? submitter : null);
    return true;
  }
  if (press.key && press.box.composer.keyReplay === "key") return type(press);
  const control = controlNow(press, anchors);
  if (control && !isDisabled(control)) {
    click(control);
    return true;
  }
  return type(press);
}
