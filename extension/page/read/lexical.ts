// Lexical (Facebook, Messenger, Threads): blocks are joined by one line break,
// <br> is a line break, and the <br data-lexical-managed-linebreak> Lexical puts
// into an empty or break-ended block is scenery (platform facts §2.6).
import { SnapshotBuilder, type Snapshot } from "./snapshot";

const BLOCKS = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE", "CODE", "TR"]);

export function isLexical(editor: Element): boolean {
  return editor.getAttribute("data-lexical-editor") === "true";
}

/** A block that holds other blocks is only a container (lists, quotes with paragraphs). */
function holdsBlocks(element: Element): boolean {
  return [...element.children].some((c) => BLOCKS.has(c.tagName) || c.tagName === "UL" || c.tagName === "OL");
}

class Walk {
  readonly builder = new SnapshotBuilder();
  private blocks = 0;

  inside(node: Node): void {
    for (const child of node.childNodes) this.visit(child);
  }

  private visit(node: Node): void {
    if (node instanceof Text) return this.builder.leaf(node, node.data);
    if (!(node instanceof Element)) return;
    if (node.tagName === "BR") {
      if (!node.hasAttribute("data-lexical-managed-linebreak")) this.builder.gap("\n");
      return;
    }
    if (BLOCKS.has(node.tagName) && !holdsBlocks(node)) {
      if (this.blocks > 0) this.builder.gap("\n");
      this.blocks += 1;
    }
    this.inside(node);
  }
}

export function readLexical(editor: Element): Snapshot | null {
  const walk = new Walk();
  walk.inside(editor);
  return walk.builder.done();
}
