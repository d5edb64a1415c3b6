// The page script's own chip, for when the frame cannot speak: "not checked"
// must never look like "nothing found", and nothing happens silently.
import { document } from "./document";
import type { Scheme } from "./protocol";
import { setStyles } from "./styles";

const GROUNDS: Record<Scheme, { ground: string; ink: string }> = {
  light: { ground: "#fff4e0", ink: "#4a2c00" },
  dark: { ground: "#3a2a10", ink: "#ffe2b0" },
};

export class FallbackChip {
  readonly element = document.createElement("div");

  constructor() {
    this.element.setAttribute("role", "status");
    this.hide();
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  show(text: string, scheme: Scheme): void {
    const { ground, ink } = GROUNDS[scheme];
    this.element.hidden = false;
    this.element.textContent = text;
    setStyles(this.element, {
      display: "block", position: "fixed", "box-sizing": "border-box", "max-width": "22rem", padding: "4px 10px",
      font: "500 13px/1.4 system-ui, sans-serif", color: ink, "background-color": ground,
      border: `1px dashed ${ink}`, "border-radius": "10px", "pointer-events": "none", margin: "0",
    });
  }

  hide(): void {
    this.element.hidden = true;
    setStyles(this.element, { display: "none" });
    this.element.textContent = "";
  }
}
