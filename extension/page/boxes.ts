// The boxes of this page, and their observers. Nothing is observed before a
// box has had the focus, and a box that left the page is let go.
import type { Anchors } from "./anchors";
import { editorOf, findComposer } from "./composers";
import { Box } from "./box";
import { guarded } from "./guard";
import type { Site } from "./protocol";

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  // Audience and account labels, alt texts and pictures arriving; nothing that changes with every key.
  attributeFilter: ["aria-label", "alt", "src", "data-testid"],
};

interface Watch {
  scope: Element;
  mutations: MutationObserver;
  sizes: ResizeObserver;
}

export interface BoxEvents {
  /** Something inside changed; `structure` when elements came or went outside the editors. */
  touched(box: Box, structure: boolean): void;
  /** The box changed size or left the page. */
  resized(box: Box): void;
  /** Where the page shows who acts; observed with a live box, so that a switch is noticed. */
  accountArea(): Element | null;
}

export class Boxes {
  private readonly boxes = new Map<number, Box>();
  private readonly watches = new Map<number, Watch>();
  private last = 0;

  constructor(private readonly site: Site, private readonly events: BoxEvents) {}

  all(): Box[] {
    return [...this.boxes.values()];
  }

  get(id: number): Box | undefined {
    return this.boxes.get(id);
  }

  /** The box an event path runs through, made known when it is new. */
  focus(path: EventTarget[], anchors: Anchors): { box: Box; isNew: boolean } | null {
    const editor = editorOf(path);
    const found = editor && findComposer(anchors, this.site, editor);
    if (!editor || !found) return null;
    const editors = found.composer.editors();
    const known = this.all().find((box) => editors.includes(box.editor) || box.composer.editors().includes(editor));
    if (known) {
      known.adopt(found, editor);
      this.watch(known);
      return { box: known, isNew: false };
    }
    this.last += 1;
    const box = new Box(this.last, this.site, found, editor);
    this.boxes.set(box.id, box);
    this.watch(box);
    return { box, isNew: true };
  }

  /** The box whose editor the path runs through, without making one. */
  at(path: EventTarget[]): Box | undefined {
    const editor = editorOf(path);
    return editor ? this.all().find((box) => box.editor === editor || box.composer.editors().includes(editor)) : undefined;
  }

  /** Observes the box's scope; again only when the scope is another element. */
  watch(box: Box): void {
    const scope = box.composer.scope;
    const old = this.watches.get(box.id);
    if (old?.scope === scope) return;
    this.unwatch(box.id);
    const mutations = new MutationObserver(guarded((records: MutationRecord[]) => {
      const editors = box.composer.editors();
      const structure = records.some((r) => r.type === "childList" && !editors.some((e) => e.contains(r.target)));
      this.events.touched(box, structure);
    }, undefined));
    mutations.observe(scope, OBSERVED);
    const area = this.events.accountArea();
    if (area) mutations.observe(area, OBSERVED);
    // A removed or hidden element has no size: this is how leaving the page is noticed without polling.
    const sizes = new ResizeObserver(guarded(() => this.events.resized(box), undefined));
    sizes.observe(box.editor);
    sizes.observe(scope);
    this.watches.set(box.id, { scope, mutations, sizes });
  }

  private unwatch(id: number): void {
    const watch = this.watches.get(id);
    watch?.mutations.disconnect();
    watch?.sizes.disconnect();
    this.watches.delete(id);
  }

  drop(box: Box): void {
    this.unwatch(box.id);
    this.boxes.delete(box.id);
  }

  stop(): void {
    for (const box of this.all()) this.drop(box);
  }
}
