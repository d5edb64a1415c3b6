// One page's session: wires what is heard on the page to the drafts, the frame
// and the holder. Made inertly; start() and stop() undo each other.
import { document } from "./document";
import { Actions } from "./actions";
import { mergeAnchors, SHIPPED_ANCHORS } from "./anchors";
import { extensionVersion, isAlive, onCommand, reportStatus } from "./browser";
import { siteOf, urlKind } from "./composers";
import { DEFAULTS } from "./config";
import { Drafts } from "./drafts";
import { Frame } from "./frame";
import { onFailure } from "./guard";
import { Hold } from "./hold";
import { Holder } from "./holder";
import { Inbox, type InboxHost } from "./inbox";
import { ownsKey } from "./keys";
import { Layer } from "./layer";
import { Painter } from "./marks/painter";
import { NOTICES } from "./notices";
import { Presenter } from "./presenter";
import type { Scheme } from "./protocol";
import { Stay } from "./stay";
import { directionOf, schemeOfPage } from "./styles";
import { Watch } from "./watch";

export class Session {
  private readonly site = siteOf(location.hostname);
  private anchors = SHIPPED_ANCHORS;
  private config = DEFAULTS;
  private scheme: Scheme = "light";
  private presses = 0;
  private running = false;
  private stopCommands: () => void = () => {};

  private readonly layer = new Layer(() => this.frame.giveUp());
  private readonly frame: Frame = new Frame(this.layer.root, {
    ready: () => this.greet(),
    heard: (message) => this.inbox.hear(message),
    replaced: () => this.replaced(),
    lost: () => this.lost(),
  });
  private readonly painter: Painter = new Painter(this.layer.marks, () => this.drafts.boxes.all(), () => this.scheme);
  private readonly presenter = new Presenter(this.frame, () => this.scheme);
  private readonly drafts: Drafts = new Drafts({
    site: this.site,
    frame: this.frame,
    painter: this.painter,
    presenter: this.presenter,
    anchors: () => this.anchors,
    wake: () => this.wake(),
    fit: () => this.layer.fit(),
    gone: (box) => this.holder.gone(box),
  });
  private readonly watch = new Watch({
    focused: (path) => {
      if (this.config.watch && !path.includes(this.layer.host) && this.isUsable()) this.drafts.focused(path);
    },
    typed: (path) => {
      if (!this.config.watch || !this.isUsable()) return;
      this.drafts.typed(path);
      this.stay.stayed();
    },
    blurred: (path) => this.drafts.blurred(path),
    moved: (changed) => this.drafts.moved(changed),
    turned: () => this.turned(),
    leaving: () => this.stay.leaving(),
    returned: () => this.returned(),
    rewritten: () => this.listenAnew(),
  });
  private readonly holder: Holder = new Holder({
    anchors: () => this.anchors,
    config: () => this.config,
    sync: (box) => this.drafts.sync(box),
    send: (message) => this.frame.send(message),
    replay: (act) => this.hold.replay(act),
    closePause: () => this.frame.leaveModal(),
    returnTo: (box) => this.drafts.returnTo(box),
    notice: (_box, text) => this.presenter.notice(text),
    nextPress: () => (this.presses += 1),
    finished: (box) => this.drafts.forget(box),
  });
  private readonly actions = new Actions(this.site, {
    anchors: () => this.anchors,
    send: (message) => this.frame.send(message),
    wanted: () => this.actionsWanted(),
    replay: (act) => this.hold.replay(act),
    nextPress: () => (this.presses += 1),
    wait_ms: () => this.config.wait_ms,
    reminded: () => this.config.reminders && this.frame.state === "ready" && this.isUsable(),
  });
  private readonly stay: Stay = new Stay(this.frame, () => {
    if (this.running && this.drafts.boxes.all().length > 0) this.wake();
  });
  private readonly hold: Hold = new Hold({
    boxes: () => (this.config.watch ? this.drafts.boxes.all() : []),
    boxAt: (path) => (this.config.watch ? this.drafts.boxes.at(path) : undefined),
    anchors: () => this.anchors,
    pressed: (press) => {
      this.stay.stayed();
      return this.isUsable() && this.holder.pressed(press);
    },
    letGo: (press) => this.holder.letGo(press),
    wouldKeep: (box) => this.isUsable() && this.holder.wouldKeep(box),
    next: (box) => this.drafts.next(box),
    clicked: (path) => this.config.watch && this.actions.clicked(path),
    searched: (path) => this.actions.searched(path),
    ownsKey: (event) => ownsKey(event, this.frame, this.layer),
  });
  private readonly inbox: Inbox = new Inbox({
    boxes: this.drafts.boxes,
    frame: this.frame,
    holder: this.holder,
    actions: this.actions,
    presenter: this.presenter,
    configure: (config) => this.configure(config),
    sync: (box) => void this.drafts.sync(box),
    returnTo: (box) => this.drafts.returnTo(box),
    moved: () => this.drafts.moved(),
  });

  start(): void {
    if (this.running) return;
    this.running = true;
    onFailure(() => this.presenter.notice(NOTICES.not_checked()));
    this.listenAnew();
    this.stopCommands = onCommand(() => this.openPanel());
  }

  stop(): void {
    this.running = false;
    this.stopCommands();
    this.stay.stop();
    this.hold.stop();
    this.watch.stop();
    this.painter.stop();
    this.presenter.stop();
    this.actions.release();
    for (const box of this.drafts.boxes.all()) this.holder.gone(box);
    this.drafts.boxes.stop();
    this.frame.stop();
    this.layer.hide();
  }

  /** An orphan (its extension was updated or removed) stops holding, and says so. */
  private isUsable(): boolean {
    if (isAlive()) return true;
    if (!this.running) return false;
    this.running = false;
    this.hold.stop();
    this.watch.stop();
    this.frame.giveUp();
    if (this.layer.isShown) this.presenter.notice(NOTICES.not_watching());
    return false;
  }

  private wake(): void {
    this.layer.show();
    this.scheme = schemeOfPage();
    this.frame.setLook(this.scheme, directionOf(document.documentElement));
    if (this.frame.state !== "off") return;
    this.frame.start();
    reportStatus("watching");
  }

  private turned(): void {
    this.drafts.turned();
    const scheme = schemeOfPage();
    if (!this.layer.isShown || scheme === this.scheme) return;
    this.scheme = scheme;
    const dir = directionOf(document.documentElement);
    this.frame.setLook(scheme, dir);
    this.frame.send({ t: "place", scheme, dir });
    this.drafts.moved();
  }

  /** Back from the back/forward cache: the extension may have gone meanwhile. */
  private returned(): void {
    if (!this.isUsable()) return;
    this.stay.stayed();
    this.turned();
    this.listenAnew();
  }

  /** In this order: what the layer keeps from the page the others need not hear. */
  private listenAnew(): void {
    this.hold.stop();
    this.watch.stop();
    this.layer.start();
    this.hold.start();
    this.watch.start();
  }

  private greet(): void {
    const [{ lang }, url_kind] = [document.documentElement, urlKind(location.pathname)];
    const look = { scheme: this.scheme, dir: directionOf(document.documentElement) };
    this.frame.send({ t: "hello", version: extensionVersion(), site: this.site, host: location.hostname, url_kind, lang, ...look });
    this.drafts.tellAll();
    this.holder.askAgain();
  }

  private configure(config: Parameters<InboxHost["configure"]>[0]): void {
    this.presenter.recovered();
    this.config = config;
    this.anchors = mergeAnchors(config.anchors);
    reportStatus(config.watch ? "watching" : "off");
    if (!config.watch) for (const box of this.drafts.boxes.all()) this.drafts.forget(box);
    this.drafts.refind();
    this.actions.configured();
  }

  /** The frame failed and is made anew: nothing of it counts any more, and it is said. Presses stay held. */
  private replaced(): void {
    for (const box of this.drafts.boxes.all()) {
      box.marks = [];
      box.verdict = "pending";
    }
    this.painter.ask();
    reportStatus("not_checked");
    this.presenter.recovering(NOTICES.not_checked());
  }

  /** The frame stopped speaking: held presses go by policy, nothing stays held, and it is said. */
  private lost(): void {
    for (const box of this.drafts.boxes.all()) {
      box.marks = [];
      box.verdict = "not_checked";
      this.holder.frameLost(box);
    }
    this.actions.release();
    this.painter.ask();
    reportStatus("not_checked");
    if (!this.frame.chip.isShown) this.presenter.notice(NOTICES.not_checked());
  }

  private actionsWanted(): boolean | "unknown" {
    if (!this.isUsable()) return false;
    if (this.frame.state === "off") this.wake();
    if (this.frame.state === "starting") return "unknown";
    return this.frame.state === "ready" && this.config.actions;
  }

  private openPanel(): void {
    const box = this.drafts.focusedBox() ?? this.presenter.followed;
    if (box) this.frame.send({ t: "open", box: box.id });
  }
}
