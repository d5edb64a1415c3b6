// X: home composer, modal, inline reply, thread, quote; classic and new direct
// messages; the profile's bio. Anchors: platform facts §1.
import { document } from "../document";
import { isLabel, type Anchors } from "../anchors";
import { accountOnX, isProtectedOnX } from "../account";
import type { Audience, Media, Surface } from "../protocol";
import { readAlt, readBeside } from "../read/textarea";
import type { FieldSnapshot } from "../read/snapshot";
import {
  climbToControls, commonAncestor, hasOpenTypeahead, isBareEnter, isSendShortcut, lastBefore, wordsOf,
  type Composer,
} from "./composer";

type Kind = "post" | "message" | "bio";

const ATTACHED = "img, video";

class XComposer implements Composer {
  readonly keyReplay = "control";

  constructor(
    private readonly anchors: Anchors,
    private readonly kind: Kind,
    private readonly editor: Element,
    readonly scope: Element,
  ) {}

  private get at(): Anchors["x"] {
    return this.anchors.x;
  }

  private get controls(): string {
    return { post: this.at.post_button, message: this.at.send_button, bio: this.at.bio_button }[this.kind];
  }

  editors(): Element[] {
    if (this.kind !== "post") return [this.editor];
    const all = [...this.scope.querySelectorAll(this.at.editor)];
    return all.length > 0 ? all : [this.editor];
  }

  fields(): FieldSnapshot[] {
    if (this.kind !== "post") return [];
    const { poll_option, alt_input } = this.at;
    const inputs = [...this.scope.querySelectorAll<HTMLInputElement>(`${poll_option}, ${alt_input}`)];
    const polls = inputs.map((e) => readBeside(e, e.matches(alt_input) ? "alt_text" : "poll_option"));
    // X describes a picture without alt text as "Image" (localised): one word is no description.
    const alts = this.attached().filter((e) => /\s/.test(e.getAttribute("alt")?.trim() ?? ""));
    return [...polls, ...alts.map(readAlt)];
  }

  private attached(): Element[] {
    return [...this.scope.querySelectorAll(this.at.attachments)].flatMap((area) =>
      [...area.querySelectorAll(ATTACHED)].filter((e) => {
        const quoted = e.closest(this.at.quoted);
        return !quoted || !area.contains(quoted);
      }));
  }

  surface(): Surface {
    if (this.kind !== "post") return this.kind;
    return this.parentArticle() ? "reply" : "post";
  }

  private parentArticle(): Element | null {
    const dialog = this.editor.closest("[role='dialog']");
    if (dialog) return lastBefore(dialog, this.at.article, this.editor);
    if (!this.editor.closest(this.at.inline_reply)) return null;
    return lastBefore(document, this.at.article, this.editor);
  }

  parent(): string | undefined {
    if (this.kind === "message") {
      const thread = this.editor.closest(this.at.message_scope);
      return wordsOf([...(thread?.querySelectorAll(this.at.message_entry) ?? [])].at(-1));
    }
    const article = this.parentArticle();
    return wordsOf(article?.querySelector(this.at.article_text));
  }

  audience(): Audience {
    if (this.kind === "message") return "unknown";
    if (isProtectedOnX(this.anchors)) return "protected";
    const button = this.scope.querySelector(this.at.audience_button);
    if (!button || this.kind === "bio") return "public";
    const words = button.textContent ?? "";
    if (isLabel(this.anchors, "public", words)) return "public";
    if (isLabel(this.anchors, "friends", words)) return "friends";
    return "unknown";
  }

  media(): Media {
    const attached = this.attached();
    if (attached.some((e) => e.tagName === "VIDEO")) return "video";
    return attached.length > 0 ? "photo" : "none";
  }

  account() {
    return accountOnX(this.anchors, this.scope);
  }

  control(): Element | null {
    return this.scope.querySelector(this.controls);
  }

  isControl(element: Element): boolean {
    return element.matches(this.controls) && this.scope.contains(element);
  }

  isNext(): boolean {
    return false;
  }

  isSendKey(event: KeyboardEvent): boolean {
    if (this.kind === "bio") return false;
    if (this.kind === "post") return isSendShortcut(event);
    return isBareEnter(event) && !hasOpenTypeahead(this.editor) && !this.scope.querySelector(this.at.typeahead);
  }

  missing(): string | undefined {
    if (!this.control()) return `x.${{ post: "post_button", message: "send_button", bio: "bio_button" }[this.kind]}`;
    return this.account() ? undefined : "x.account_switcher";
  }
}

function kindOf(anchors: Anchors, editor: Element): Kind | null {
  if (editor.matches(anchors.x.editor)) return "post";
  if (editor.matches(anchors.x.message_editor)) return "message";
  return editor.matches(anchors.x.bio_editor) ? "bio" : null;
}

/** The composer an editor belongs to, or null when it is none of X's. */
export function composerOnX(anchors: Anchors, editor: Element): Composer | null {
  const kind = kindOf(anchors, editor);
  if (!kind) return null;
  const { post_button, send_button, bio_button } = anchors.x;
  const controls = { post: post_button, message: send_button, bio: bio_button }[kind];
  const boundary = kind === "message" ? anchors.x.message_scope : anchors.x.boundary;
  const outer = climbToControls(editor, controls, boundary);
  const control = outer?.querySelector(controls);
  if (!outer || !control) return new XComposer(anchors, kind, editor, editor.parentElement ?? editor);
  const editors = kind === "post" ? [...outer.querySelectorAll(anchors.x.editor)] : [editor];
  const scope = commonAncestor([...editors, editor, control]) ?? outer;
  return new XComposer(anchors, kind, editor, widen(scope, outer, anchors));
}

/** Attachments and polls may stand beside the toolbar: take the scope up to where they are inside. */
function widen(scope: Element, outer: Element, anchors: Anchors): Element {
  const beside = [...outer.querySelectorAll(`${anchors.x.attachments}, ${anchors.x.poll_option}`)];
  return commonAncestor([scope, ...beside]) ?? scope;
}

