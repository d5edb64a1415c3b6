// The drafts of this page as they come, change and go: finds the boxes, reads
// them, and sends what is new to the frame.
import { document } from "./document";
import type { Anchors } from "./anchors";
import type { Box } from "./box";
import { Boxes } from "./boxes";
import { caretOf, returnTo, type Caret } from "./caret";
import type { Frame } from "./frame";
import { FLOW_MS } from "./holder";
import type { Known } from "./hold-state";
import type { Painter } from "./marks/painter";
import type { Presenter } from "./presenter";
import type { Site } from "./protocol";
import { deepActive } from "./watch";

export interface DraftsHost {
  site: Site;
  frame: Frame;
  painter: Painter;
  presenter: Presenter;
  anchors(): Anchors;
  /** The first compose box is here: everything of ours comes into the page now. */
  wake(): void;
  /** More than the draft may have changed: our layer keeps to the window all the same. */
  fit(): void;
  gone(box: Box): void;
}

export class Drafts {
  readonly boxes: Boxes;
  private readonly carets = new Map<number, Caret>();

  constructor(private readonly host: DraftsHost) {
    this.boxes = new Boxes(host.site, {
      touched: (box, structure) => this.touched(box, structure),
      resized: (box) => (box.isConnected ? this.moved(true) : this.left(box)),
      accountArea: () => this.accountArea(),
    });
  }

  private accountArea(): Element | null {
    const { site } = this.host;
    return site === "other" ? null : document.querySelector(this.host.anchors()[site].account_area);
  }

  focused(path: EventTarget[]): void {
    const found = this.boxes.focus(path, this.host.anchors());
    if (!found) return this.moved(true);
    const { box, isNew } = found;
    if (isNew) this.dropLeftovers();
    this.host.wake();
    this.host.presenter.follow(box);
    this.sync(box);
    // Also of a box that is known: the site may have renamed what surrounds it, without a change that is observed.
    this.tellState(box);
    this.host.frame.send({ t: "focused", box: box.id });
    this.moved(true);
  }

  /** A new editor ends the flow of an older one: "Back" leads to a new editor with the same draft. */
  private dropLeftovers(): void {
    for (const box of this.boxes.all()) if (!box.isConnected) this.forget(box);
  }

  /** A window without the focus tells of typing only (Firefox), so typing finds a box as well. */
  typed(path: EventTarget[]): void {
    const box = this.boxes.at(path) ?? this.boxes.all().find((b) => path.includes(b.composer.scope));
    if (box) this.touched(box, false);
    else this.focused(path);
  }

  private touched(box: Box, structure: boolean): void {
    if (!box.isConnected && !box.flow) box.refind(this.host.anchors());
    if (!box.isConnected) return this.left(box);
    if (structure) {
      box.refind(this.host.anchors());
      this.boxes.watch(box);
    }
    this.sync(box);
    if (structure) this.tellState(box);
    this.moved(structure);
  }

  private left(box: Box): void {
    box.refind(this.host.anchors());
    if (box.isConnected) return this.boxes.watch(box);
    if (box.flow && box.flow.until > Date.now()) return this.moved();
    this.forget(box);
  }

  /** "Next" was pressed: the dialogs that follow stand in for the editor. */
  next(box: Box): void {
    this.sync(box);
    box.flow = { until: Date.now() + FLOW_MS };
  }

  forget(box: Box): void {
    this.host.gone(box);
    this.boxes.drop(box);
    this.carets.delete(box.id);
    this.host.frame.send({ t: "box", box: box.id, state: "gone" });
    if (this.host.presenter.followed === box) this.host.presenter.follow(null);
    this.moved();
  }

  /** The focus leaves an editor: its selection still stands. */
  blurred(path: EventTarget[]): void {
    const box = this.boxes.at(path);
    const caret = box && caretOf(box);
    if (box && caret) this.carets.set(box.id, caret);
    this.moved();
  }

  /** Something may stand elsewhere now: paint and place anew. `changed` when it is not only the draft. */
  moved(changed = false): void {
    if (changed) this.host.fit();
    this.host.painter.ask(changed);
    this.host.presenter.ask(changed);
  }

  /** The address, the account or the look may have changed. */
  turned(): void {
    for (const box of this.boxes.all()) this.touched(box, true);
  }

  /** The anchors changed. */
  refind(): void {
    for (const box of this.boxes.all()) {
      box.refind(this.host.anchors());
      this.boxes.watch(box);
      this.sync(box);
      this.tellState(box);
    }
  }

  focusedBox(): Box | undefined {
    return this.boxes.at(deepActive());
  }

  returnTo(box: Box): void {
    returnTo(box, this.carets.get(box.id) ?? null);
  }

  /** Reads a box, sends what is new, and says what is known of it now. */
  sync(box: Box): Known {
    const { frame } = this.host;
    const { state } = box;
    box.read();
    if (box.revision > box.sent && frame.state !== "dead") this.send(box);
    if (box.state !== state) this.tellState(box);
    return frame.state === "dead" || box.state === "unreadable" ? "not_checked" : box.verdict;
  }

  private send(box: Box): void {
    box.sent = box.revision;
    this.host.frame.send({ t: "draft", box: box.id, revision: box.revision, text: box.text.slice(0, box.snapshot.own), context: box.context });
  }

  private tellState(box: Box, again = false): void {
    const missing = box.composer.missing();
    const anchors = this.host.anchors().version;
    const told = `${box.state} ${missing ?? ""} ${anchors}`;
    if (told === box.told && !again) return;
    box.told = told;
    this.host.frame.send({ t: "box", box: box.id, state: box.state, ...(missing === undefined ? {} : { missing, anchors }) });
  }

  /** Tells a frame that was made (again) everything it may have missed. */
  tellAll(): void {
    for (const box of this.boxes.all()) {
      this.tellState(box, true);
      this.send(box);
    }
    const { followed } = this.host.presenter;
    if (followed) this.host.frame.send({ t: "focused", box: followed.id });
  }
}
