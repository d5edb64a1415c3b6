// Whose a key is: while Primum's dialog is open the page hears none.
import type { Frame } from "./frame";
import type { Layer } from "./layer";

/** Whether the page is not to hear `event`. Escape in the dialog is the frame's to answer. */
export function ownsKey(event: KeyboardEvent, frame: Frame, layer: Layer): boolean {
  if (event.type !== "keydown" && frame.justClosed) return true;
  if (event.type === "keydown") frame.justClosed = false;
  if (!frame.isModal) return layer.owns(event);
  // A key that a script made decides nothing.
  if (event.isTrusted && event.type === "keydown" && event.key === "Escape") {
    event.preventDefault();
    if (frame.state === "ready") frame.send({ t: "escape" });
    else frame.giveUp();
  }
  return true;
}
