// What of Primum is seen beside a box: the frame's chip or panel, or the page
// script's own words when the frame cannot speak. It follows the box.
import { document } from "./document";
import type { Box } from "./box";
import type { Frame } from "./frame";
import { guarded } from "./guard";
import type { Area } from "./marks/rects";
import { isFree, placeChip, placePanel, type Size, type Surroundings } from "./place";
import type { Scheme, View } from "./protocol";
import { Surveyor } from "./surroundings";

/** A chip without a box in sight is not shown. */
const NO_AREA: Area = { left: 0, top: 0, right: 0, bottom: 0 };

/** Without a box in sight a notice stands in the window's lower corner: what it says still counts. */
const cornerOf = ({ width, height }: Size): Area => ({ left: 0, top: 0, right: width, bottom: height });

/** How long a notice stays when nothing else happens: time to read two sentences. */
const NOTICE_MS = 12_000;

/** Lower corner, where the sites have nothing of their own. */
const inCorner = (window: Size, size: Size): Area => ({
  left: Math.max(0, (window.width - size.width) / 2), top: Math.max(0, window.height - size.height),
  right: (window.width + size.width) / 2, bottom: window.height,
});

export class Presenter {
  private size: Size = { width: 0, height: 0 };
  private box: Box | null = null;
  private pending = 0;
  /** The page changed since things were placed. */
  private isStale = true;
  private readonly surveyor = new Surveyor();
  private chip: Area | null = null;
  private chipKey = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** "Not checked" is shown because the frame is being made anew. */
  private isRecovering = false;

  constructor(private readonly frame: Frame, private readonly scheme: () => Scheme) {}

  /** The box everything stands by now. */
  follow(box: Box | null): void {
    if (this.box !== box) this.chip = null;
    this.box = box;
    this.ask();
  }

  get followed(): Box | null {
    return this.box;
  }

  show(view: View, size: Size): void {
    this.size = size;
    this.chip = null;
    this.frame.show(view);
    this.place();
  }

  /** The page script's own words; with a dead frame they stay, as nothing else will speak. */
  notice(text: string): void {
    this.isRecovering = false;
    clearTimeout(this.timer);
    this.frame.openLayer();
    this.frame.chip.show(text, this.scheme());
    this.place();
    if (this.frame.state !== "dead") this.timer = setTimeout(() => this.frame.chip.hide(), NOTICE_MS);
  }

  /** Until the new frame speaks; what is said already is not talked over. */
  recovering(text: string): void {
    if (this.frame.chip.isShown) return;
    this.notice(text);
    this.isRecovering = true;
  }

  recovered(): void {
    if (this.isRecovering) this.frame.chip.hide();
    this.isRecovering = false;
  }

  /** Places everything anew in the next frame; `changed` when more than the draft may have moved. */
  ask(changed = false): void {
    this.isStale ||= changed;
    if (this.pending !== 0 || this.frame.state === "off") return;
    this.pending = requestAnimationFrame(guarded(() => {
      this.pending = 0;
      this.place();
    }, undefined));
  }

  stop(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.pending);
    this.pending = 0;
    this.box = null;
  }

  private place(): void {
    const isStale = this.isStale;
    const anchor = this.anchor(isStale);
    const window = { width: innerWidth, height: innerHeight };
    if (this.frame.view === "notice") this.frame.place(inCorner(window, this.size));
    if (!anchor || !this.box) {
      if (this.frame.view === "chip") this.frame.place(NO_AREA);
      this.chip = null;
      return this.placeNotice({ box: cornerOf(window), avoid: [], controls: [], window, rtl: false });
    }
    this.isStale = false;
    const around = this.surveyor.look(this.box, anchor, this.size, isStale);
    if (this.frame.view === "chip") this.placeChip(around, isStale);
    if (this.frame.view === "panel") this.frame.place(placePanel(around, this.size));
    this.placeNotice(around);
  }

  /** A chip that is in nobody's way stays: one that moves with every key is a nuisance. */
  private placeChip(around: Surroundings, isStale: boolean): void {
    const { box } = around;
    const key = `${box.left} ${box.top} ${box.right} ${box.bottom}`;
    if (!isStale && this.chip && key === this.chipKey && isFree(this.chip, around)) return;
    this.chipKey = key;
    this.chip = placeChip(around, this.size);
    this.frame.place(this.chip);
  }

  private placeNotice(around: Surroundings): void {
    if (!this.frame.chip.isShown) return;
    const { width, height } = this.frame.chip.element.getBoundingClientRect();
    this.frame.placeChip(placeChip(around, { width, height }));
  }

  /** The editor's place; in a later dialog, the dialog's. Null when it cannot be seen. */
  private anchor(again: boolean): Area | null {
    const { box } = this;
    if (!box) return null;
    if (!box.isConnected) {
      const dialog = box.flow && [...document.querySelectorAll("[role='dialog']")].at(-1);
      return dialog ? dialog.getBoundingClientRect() : null;
    }
    const area = this.surveyor.see(box, again);
    const isSeen = area && area.bottom > 0 && area.top < innerHeight && area.right > 0 && area.left < innerWidth;
    return isSeen ? area : null;
  }
}
