// The page hears of nothing that happens on Primum's element. Firefox tells with every event where
// it really happened (originalTarget, explicitOriginalTarget, rangeParent), through closed shadow
// roots: found by trying, a page had the root, the frame's address and every mark from the first
// pointer over the chip. Heard before the page, whose scripts come after this one; keys are Hold's.
import { guarded } from "./guard";

const TYPES = [
  ...["over", "out", "enter", "leave", "move", "down", "up"].flatMap((what) => [`pointer${what}`, `mouse${what}`]),
  "pointercancel", "gotpointercapture", "lostpointercapture", "touchstart", "touchmove", "touchend", "touchcancel",
  "click", "auxclick", "dblclick", "contextmenu", "wheel", "DOMMouseScroll", "MozMousePixelScroll", "selectstart",
  "dragstart", "drag", "dragenter", "dragover", "dragleave", "drop", "dragend", "focus", "blur", "focusin", "focusout",
];

const OPTIONS = { capture: true, passive: true } as const;

export class Curtain {
  constructor(private readonly owns: (event: Event) => boolean) {}

  start(): void {
    for (const type of TYPES) window.addEventListener(type, this.hear, OPTIONS);
  }

  stop(): void {
    for (const type of TYPES) window.removeEventListener(type, this.hear, OPTIONS);
  }

  private readonly hear = guarded((event: Event): void => {
    if (this.owns(event)) event.stopImmediatePropagation();
  }, undefined);
}
