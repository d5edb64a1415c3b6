// What of Primum is seen beside a box: the frame's chip or panel, or the page
// script's own words when the frame cannot speak. It follows the box.
import type { Box } from "./box";
import type { Frame } from "./frame";
import type { Area } from "./marks/rects";
import { placeChip, placePanel, type Size } from "./place";
import type { Scheme, View } from "./protocol";
import { directionOf } from "./styles";

/** A chip without a box in sight is not shown. */
const NO_AREA: Area = { left: 0, top: 0, right: 0, bottom: 0 };

/** Without a box in sight a notice stands in the window's lower corner: what it says still counts. */
const cornerOf = ({ width, height }: Size): Area => ({ left: 0, top: 0, right: width, bottom: height });

export class Presenter {
  private size: Size = { width: 0, height: 0 };
  private box: Box | null = null;
  private pending = 0;

  constructor(private readonly frame: Frame, private readonly scheme: () => Scheme) {}

  /** The box everything stands by now. */
  follow(box: Box | null): void {
    this.box = box;
    this.ask();
  }

  get followed(): Box | null {
    return this.box;
  }

  show(view: View, size: Size): void {
    this.size = size;
    this.frame.show(view);
    this.place();
  }

  notice(text: string): void {
    this.frame.openLayer();
    this.frame.chip.show(text, this.scheme());
    this.place();
  }

  clearNotice(): void {
    this.frame.chip.hide();
  }

  /** Places everything anew in the next frame. */
  ask(): void {
    if (this.pending !== 0 || this.frame.state === "off") return;
    this.pending = requestAnimationFrame(() => {
      this.pending = 0;
      this.place();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    this.box = null;
  }

  private place(): void {
    const anchor = this.anchor();
    const window = { width: innerWidth, height: innerHeight };
    if (!anchor) {
      if (this.frame.view === "chip") this.frame.place(NO_AREA);
      this.placeNotice(cornerOf(window), [], window);
      return;
    }
    const rtl = directionOf(this.box?.editor ?? null) === "rtl";
    const avoid = this.avoid();
    if (this.frame.view === "chip") this.frame.place(placeChip(anchor, avoid, this.size, window, rtl));
    if (this.frame.view === "panel") this.frame.place(placePanel(anchor, avoid, this.size, window, rtl));
    this.placeNotice(anchor, avoid, window);
  }

  private placeNotice(anchor: Area, avoid: Area[], window: Size): void {
    if (!this.frame.chip.isShown) return;
    const rtl = directionOf(this.box?.editor ?? null) === "rtl";
    const own = this.frame.chip.element.getBoundingClientRect();
    this.frame.placeChip(placeChip(anchor, avoid, own, window, rtl));
  }

  /** The editor's place; in a later dialog, the dialog's. Null when it cannot be seen. */
  private anchor(): Area | null {
    const { box } = this;
    if (!box) return null;
    if (!box.isConnected) {
      const dialog = box.flow && [...document.querySelectorAll("[role='dialog']")].at(-1);
      return dialog ? dialog.getBoundingClientRect() : null;
    }
    const area = box.editor.getBoundingClientRect();
    const isSeen = area.bottom > 0 && area.top < innerHeight && area.right > 0 && area.left < innerWidth && area.width > 0;
    return isSeen ? area : null;
  }

  /** The Post control and the line being written. */
  private avoid(): Area[] {
    const control = this.box?.isConnected ? this.box.composer.control() : null;
    const areas: Area[] = control ? [control.getBoundingClientRect()] : [];
    const selection = document.getSelection();
    const node = selection?.focusNode;
    if (node && this.box?.editor.contains(node) && node.nodeType === Node.TEXT_NODE) {
      const range = document.createRange();
      range.selectNodeContents(node);
      areas.push(...range.getClientRects());
    }
    return areas;
  }
}
