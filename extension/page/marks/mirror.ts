// A form field's text has no ranges, so its lines are laid out once more in an
// unseen copy inside our closed shadow root, with the field's own measures.
import { document } from "../document";
import type { Field } from "../read/textarea";
import { setStyles, zoomOf } from "../styles";

/** Everything that decides where a letter stands. */
const MEASURES = [
  "direction", "boxSizing", "borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft", "fontStyle", "fontVariant", "fontWeight",
  "fontStretch", "fontSize", "fontSizeAdjust", "lineHeight", "fontFamily", "textAlign", "textTransform",
  "textIndent", "letterSpacing", "wordSpacing", "tabSize", "fontKerning", "fontFeatureSettings", "wordBreak",
  "overflowWrap", "writingMode",
] as const;

export interface Mirror {
  text: Text;
  /** What has to be added to the copy's positions to stand over the field. */
  dx: number;
  dy: number;
  dispose(): void;
}

/** Lays the field's text out in `layer`; the caller disposes of it in the same frame. */
export function mirrorField(field: Field, layer: Element): Mirror {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  for (const name of MEASURES) copy.style[name] = style[name];
  const width = field.clientWidth + parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
  const zoom = zoomOf(field);
  setStyles(copy, {
    position: "fixed", top: "0", left: "0", visibility: "hidden", overflow: "hidden",
    "box-sizing": "border-box", "border-style": "solid", width: `${width}px`, height: "auto",
    "white-space": field.tagName === "TEXTAREA" ? "pre-wrap" : "pre",
    zoom: String(zoom),
  });
  const text = document.createTextNode(field.value);
  copy.append(text);
  layer.append(copy);
  const at = copy.getBoundingClientRect();
  const to = field.getBoundingClientRect();
  return {
    text,
    dx: to.left - at.left - field.scrollLeft * zoom,
    dy: to.top - at.top - field.scrollTop * zoom,
    dispose: () => copy.remove(),
  };
}
