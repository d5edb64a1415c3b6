// Facebook and Messenger: Create post dialog (also "Next → Post settings →
// Post"), comments and replies, chat tabs, groups, Pages. Nearly every label is
// localised, so structure decides first and words second (platform facts §2).
import { isLabel, labelOf, startsWithLabel, type Anchors } from "../anchors";
import { accountOnFacebook } from "../account";
import { audienceOnFacebook } from "../audience";
import type { Audience, Media, Surface } from "../protocol";
import { readAlt, readBeside } from "../read/textarea";
import type { FieldSnapshot } from "../read/snapshot";
import { climbToControls, hasOpenTypeahead, isBareEnter, isDisabled, isSendShortcut, wordsOf, type Composer } from "./composer";

type Kind = "post" | "comment" | "message";

/** What the editor calls itself; the placeholder stands in where the label is missing. */
export function editorLabel(editor: Element): string {
  return editor.getAttribute("aria-label") ?? editor.getAttribute("aria-placeholder") ?? "";
}

class FacebookComposer implements Composer {
  constructor(
    private readonly anchors: Anchors,
    private readonly kind: Kind,
    private readonly editor: Element,
    readonly scope: Element,
  ) {}

  private get at(): Anchors["facebook"] {
    return this.anchors.facebook;
  }

  /** Enter sends comments and messages by itself; in a post it is a line break. */
  get keyReplay(): "control" | "key" {
    return this.kind === "post" ? "key" : "control";
  }

  editors(): Element[] {
    return [this.editor];
  }

  fields(): FieldSnapshot[] {
    if (this.kind !== "post") return [];
    const polls = [...this.scope.querySelectorAll<HTMLInputElement>(this.at.poll_option)].map((e) => readBeside(e, "poll_option"));
    const alts = this.attached().filter((e) => /\s/.test(e.getAttribute("alt")?.trim() ?? ""));
    return [...polls, ...alts.map(readAlt)];
  }

  private attached(): Element[] {
    return [...this.scope.querySelectorAll(this.at.attachment)].filter((e) => !this.editor.contains(e));
  }

  surface(): Surface {
    if (this.kind !== "comment") return this.kind;
    return this.isReviewed() ? "review_response" : "reply";
  }

  /** A recommendation says so in its heading; a Page's reviews tab says so in its address. */
  private isReviewed(): boolean {
    if (/\/reviews\b|[?&]sk=reviews\b/.test(location.pathname + location.search)) return true;
    const heading = this.topArticle()?.querySelector(this.at.article_heading);
    const words = ` ${heading?.textContent?.toLowerCase() ?? ""} `;
    return this.anchors.labels.recommends.some((w) => words.includes(` ${w.toLowerCase()} `));
  }

  private topArticle(): Element | null {
    let top: Element | null = null;
    for (let at = this.editor.closest(this.at.article); at; at = at.parentElement?.closest(this.at.article) ?? null) top = at;
    return top;
  }

  parent(): string | undefined {
    if (this.kind === "message") {
      const thread = climbToControls(this.editor, this.at.message_row, this.at.message_scope);
      return wordsOf([...(thread?.querySelectorAll(this.at.message_row) ?? [])].at(-1));
    }
    if (this.kind === "post") return undefined;
    const top = this.topArticle();
    const nearest = this.editor.closest(this.at.article);
    // A reply under a comment answers the comment, not the post.
    if (nearest !== top) return wordsOf(nearest?.querySelector(this.at.comment_text));
    return wordsOf(top?.querySelector(this.at.article_text));
  }

  audience(): Audience {
    if (this.kind === "message") return "unknown";
    return audienceOnFacebook(this.anchors, this.kind === "post" ? this.scope : null, this.account()?.kind);
  }

  media(): Media {
    const attached = this.attached();
    if (attached.some((e) => e.tagName === "VIDEO")) return "video";
    return attached.length > 0 ? "photo" : "none";
  }

  account() {
    return accountOnFacebook(this.anchors, editorLabel(this.editor));
  }

  control(): Element | null {
    const buttons = this.buttons();
    if (this.kind === "post") return buttons.find((b) => isLabel(this.anchors, "post", labelOf(b))) ?? this.lastButton();
    if (this.kind === "message") return buttons.find((b) => isLabel(this.anchors, "send", labelOf(b))) ?? this.lastButton();
    return this.scope.querySelector(this.at.comment_submit)
      ?? buttons.find((b) => isLabel(this.anchors, "comment", labelOf(b))) ?? null;
  }

  private buttons(): Element[] {
    return [...this.scope.querySelectorAll(this.at.dialog_button)];
  }

  isControl(element: Element): boolean {
    return element === this.control();
  }

  /**
   * In a language we have no words for, the last button of the dialog (or of a
   * message's own group) is the primary one. Where it is "Next", the draft is
   * asked about there.
   */
  private lastButton(): Element | null {
    const isNarrow = this.kind === "post" || this.scope.matches(this.at.message_box);
    if (!isNarrow || this.buttons().some((b) => this.isNext(b))) return null;
    return this.buttons().at(-1) ?? null;
  }

  isNext(element: Element): boolean {
    return this.kind === "post" && this.scope.contains(element) && isLabel(this.anchors, "next", labelOf(element));
  }

  isSendKey(event: KeyboardEvent): boolean {
    if (this.kind === "post") return isSendShortcut(event);
    return isBareEnter(event) && !hasOpenTypeahead(this.editor);
  }

  missing(): string | undefined {
    const isSent = this.control() !== null || this.buttons().some((b) => this.isNext(b));
    if (!isSent && this.kind === "post") return "facebook.dialog_button";
    // Comments and messages go by Enter; their control appears with the first letter.
    if (!isSent && this.kind === "comment" && this.editor.textContent !== "") return "facebook.comment_submit";
    return this.account() ? undefined : "facebook.current_user";
  }
}

function kindOf(anchors: Anchors, editor: Element): Kind {
  const label = editorLabel(editor);
  if (startsWithLabel(anchors, "comment_box", label)) return "comment";
  if (location.hostname.endsWith("messenger.com") || location.pathname.startsWith("/messages")) return "message";
  if (editor.closest(anchors.facebook.comment_box)) return "comment";
  if (startsWithLabel(anchors, "message_box", label)) return "message";
  // Without a known word: posts are written in a dialog, what stands in a named group beside a thread is a message.
  const isInDialog = editor.closest(anchors.facebook.dialog) !== null;
  return !isInDialog && editor.closest(anchors.facebook.message_box) ? "message" : "post";
}

/** The nearest ancestor with a send control, not beyond the thread. */
function scopeOf(anchors: Anchors, kind: Kind, editor: Element): Element {
  const at = anchors.facebook;
  const near = editor.parentElement ?? editor;
  if (kind === "post") return editor.closest(at.dialog) ?? editor.closest("form") ?? near;
  if (kind === "message") return editor.closest(at.message_box) ?? editor.closest(at.message_scope) ?? near;
  return editor.closest(at.comment_form) ?? near;
}

/** The composer an editor belongs to, or null when it is none of Facebook's. */
export function composerOnFacebook(anchors: Anchors, editor: Element): Composer | null {
  if (!editor.matches(anchors.facebook.editor)) return null;
  const kind = kindOf(anchors, editor);
  return new FacebookComposer(anchors, kind, editor, scopeOf(anchors, kind, editor));
}

/**
 * The Post control of a dialog that no longer holds the editor ("Post settings"):
 * by its words, else, in a language we have none for, the dialog's last button
 * that can be pressed.
 */
export function isLaterPost(anchors: Anchors, element: Element): boolean {
  const { dialog_button, dialog, editor } = anchors.facebook;
  const later = element.closest(dialog);
  if (!later || later.querySelector(editor)) return false;
  const buttons = [...later.querySelectorAll(dialog_button)].filter((b) => !isDisabled(b));
  const known = buttons.filter((b) => isLabel(anchors, "post", labelOf(b)));
  return known.length > 0 ? known.includes(element) : buttons.length > 1 && buttons.at(-1) === element;
}
