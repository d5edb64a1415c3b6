// Any other contenteditable (Quill, ProseMirror, bare): blocks and <br> become
// line breaks, the <br> an editor keeps at the end of a block is scenery.
import { SnapshotBuilder, type Snapshot } from "./snapshot";

const BLOCKS = new Set([
  "ADDRESS", "ARTICLE", "BLOCKQUOTE", "DIV", "DD", "DL", "DT", "FIGURE", "H1", "H2", "H3", "H4", "H5", "H6",
  "HR", "LI", "OL", "P", "PRE", "SECTION", "TABLE", "TR", "UL",
]);
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

const isBlock = (node: Node | null): boolean => node instanceof Element && BLOCKS.has(node.tagName);

function holdsBlock(element: Element): boolean {
  return [...element.children].some(isBlock);
}

/** The last <br> of a block only keeps the block open; it is no line break of the draft. */
function isTrailingBreak(br: Element): boolean {
  for (let next = br.nextSibling; next; next = next.nextSibling) {
    if (!(next instanceof Text) || next.data !== "") return false;
  }
  return true;
}

class Walk {
  readonly builder = new SnapshotBuilder();
  private pendingBreak = false;
  private seenBlock = false;

  inside(parent: Node): void {
    for (const child of parent.childNodes) this.visit(child, parent);
  }

  private visit(node: Node, parent: Node): void {
    if (node instanceof Text) return this.text(node, parent);
    if (!(node instanceof Element) || SILENT.has(node.tagName)) return;
    if (node.tagName === "BR") {
      if (isTrailingBreak(node)) return;
      this.flush();
      this.builder.gap("\n");
      return;
    }
    if (!isBlock(node)) return this.inside(node);
    if (!holdsBlock(node)) this.openBlock();
    this.inside(node);
    this.seenBlock = true;
    this.pendingBreak = !holdsBlock(node) || this.pendingBreak;
  }

  private openBlock(): void {
    this.flush();
    if (!this.seenBlock && this.builder.length > 0) this.builder.gap("\n");
  }

  private flush(): void {
    if (this.pendingBreak) this.builder.gap("\n");
    this.pendingBreak = false;
  }

  private text(node: Text, parent: Node): void {
    // White space between blocks comes from the page's source, not from the writer.
    if (node.data.trim() === "" && node.data.includes("\n") && parent instanceof Element && holdsBlock(parent)) return;
    if (node.data === "") return;
    this.flush();
    this.builder.leaf(node, node.data);
  }
}

export function readContentEditable(editor: Element): Snapshot {
  const walk = new Walk();
  walk.inside(editor);
  return walk.builder.done();
}
