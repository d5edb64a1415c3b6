// Draws marks as lines over the page, in a closed shadow root, one paint per
// animation frame and only when something changed.
import { document } from "../document";
import type { Box } from "../box";
import { guarded } from "../guard";
import type { Scheme, Severity } from "../protocol";
import { at, isForcedColours, setStyles } from "../styles";
import { Sight } from "./sight";
import { Rects, type Area } from "./rects";

/** Shape says it as well as colour: dotted, dashed, solid double. Double needs 4 px to show two lines. */
const SHAPES: Record<Severity, { line: string; width: number }> = {
  note: { line: "dotted", width: 2 },
  caution: { line: "dashed", width: 2 },
  stop: { line: "double", width: 4 },
};

/** Each at least 4.5:1 against white or X's and Facebook's dark grounds. */
const COLOURS: Record<Scheme, Record<Severity, string>> = {
  light: { note: "#1764a8", caution: "#a34a00", stop: "#c00020" },
  dark: { note: "#7cc4ff", caution: "#ffb454", stop: "#ff7a8a" },
};

interface Line {
  area: Area;
  severity: Severity;
}

export class Painter {
  private readonly lines: HTMLElement[] = [];
  private readonly drawn = new WeakMap<HTMLElement, string>();
  private readonly sight = new Sight(() => this.ask(true));
  private frame = 0;

  constructor(
    private readonly layer: HTMLElement,
    private readonly boxes: () => Box[],
    private readonly scheme: () => Scheme,
  ) {}

  /** Asks for a paint in the next frame; asking twice is one paint. `changed` when more than the draft may have moved. */
  ask(changed = false): void {
    if (changed) this.sight.forget();
    if (this.frame !== 0 || (this.lines.length === 0 && !this.boxes().some((b) => b.marks.length > 0))) return;
    this.frame = requestAnimationFrame(guarded(() => {
      this.frame = 0;
      this.paint();
    }, undefined));
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.sight.forget();
    this.draw([]);
  }

  private paint(): void {
    this.sight.begin();
    const rects = new Rects(this.layer, this.sight);
    const lines: Line[] = [];
    for (const box of this.boxes()) {
      if (box.marks.length === 0 || !box.isConnected) continue;
      const editors = box.composer.editors();
      for (const mark of box.marks) {
        for (const area of rects.of(box.snapshot, mark, editors)) lines.push({ area, severity: mark.severity });
      }
    }
    rects.done();
    this.draw(lines);
  }

  private draw(lines: Line[]): void {
    while (this.lines.length > lines.length) this.lines.pop()?.remove();
    while (this.lines.length < lines.length) {
      const line = document.createElement("div");
      this.lines.push(line);
      this.layer.append(line);
    }
    const scheme = this.scheme();
    const forced = isForcedColours();
    lines.forEach(({ area, severity }, index) => {
      const line = this.lines[index];
      const colour = forced ? "CanvasText" : COLOURS[scheme][severity];
      const drawn = `${area.left} ${area.right} ${area.bottom} ${severity} ${colour}`;
      if (!line || this.drawn.get(line) === drawn) return;
      this.drawn.set(line, drawn);
      setStyles(line, styleOf(area, severity, colour));
      line.setAttribute("data-severity", severity);
    });
  }
}

function styleOf(area: Area, severity: Severity, colour: string): Record<string, string> {
  const { line, width } = SHAPES[severity];
  return {
    position: "fixed", "pointer-events": "none", "box-sizing": "border-box", height: `${width}px`,
    ...at(area.left, area.bottom - width / 2), width: `${area.right - area.left}px`,
    "border-bottom": `${width}px ${line} ${colour}`,
  };
}
