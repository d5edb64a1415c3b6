// What the frame says, done. Decisions, fixes and sizes come from here; what
// names an unknown box or an old revision is dropped.
import type { Actions } from "./actions";
import { applyEdits, insertText, type Applied } from "./apply";
import type { Box } from "./box";
import type { Boxes } from "./boxes";
import type { Frame } from "./frame";
import type { Holder } from "./holder";
import type { Presenter } from "./presenter";
import type { FrameMessage } from "./protocol";

type Message<T extends FrameMessage["t"]> = Extract<FrameMessage, { t: T }>;

export interface InboxHost {
  boxes: Boxes;
  frame: Frame;
  holder: Holder;
  actions: Actions;
  presenter: Presenter;
  configure(config: Message<"config">): void;
  /** Reads the box and sends what is new. */
  sync(box: Box): void;
  returnTo(box: Box): void;
  /** Marks or places changed. */
  moved(): void;
}

export class Inbox {
  private fixing = false;

  constructor(private readonly host: InboxHost) {}

  hear(message: FrameMessage): void {
    const { host } = this;
    switch (message.t) {
      case "config":
        return host.configure(message);
      case "answer":
        return this.answer(message);
      case "view":
        if (message.view === "pause") host.actions.pausing();
        host.presenter.show(message.view, message);
        return;
      case "decision":
        host.actions.decided(message.press, message.decision);
        return host.holder.decided(message.press, message.decision);
      case "ended":
        return;
      case "fix":
        return void this.fix(message);
      case "focus":
      case "insert":
        return this.toBox(message);
    }
  }

  private answer(message: Message<"answer">): void {
    const box = this.host.boxes.get(message.box);
    if (!box || !box.answer(message.revision, message.verdict, message.marks)) return;
    if (message.revision === box.revision) this.host.holder.answered(box, message.revision, message.verdict);
    this.host.moved();
  }

  private toBox(message: Message<"focus"> | Message<"insert">): void {
    const box = this.host.boxes.get(message.box);
    if (!box) return;
    this.host.frame.leaveModal();
    this.host.returnTo(box);
    if (message.t === "insert") void this.report(box, insertText(box, message.text));
  }

  /** One fix at a time: two that interleave would each see the other's half. */
  private async fix(message: Message<"fix">): Promise<void> {
    const box = this.host.boxes.get(message.box);
    if (!box) return;
    this.host.sync(box);
    if (this.fixing || message.revision !== box.revision) {
      const reason = this.fixing ? "busy" : "stale_revision";
      return this.host.frame.send({ t: "fixed", box: box.id, revision: box.revision, ok: false, reason });
    }
    this.fixing = true;
    this.host.frame.leaveModal();
    await this.report(box, applyEdits(box, message.edits));
    this.fixing = false;
  }

  private async report(box: Box, work: Promise<Applied>): Promise<void> {
    const applied = await work.catch((): Applied => ({ ok: false, reason: "page_error" }));
    this.host.sync(box);
    this.host.frame.send({ t: "fixed", box: box.id, revision: box.revision, ...applied });
    this.host.moved();
  }
}
