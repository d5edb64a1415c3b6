// Draft.js (X): one [data-block] per line, text in [data-text] leaves, an empty
// block is <br data-text>. innerText adds a line break per empty block, so it
// is never used for offsets (platform facts §1.4).
import { SnapshotBuilder, type Snapshot } from "./snapshot";

const BLOCK = '[data-block="true"]';
const LEAF = '[data-text="true"]';

export function isDraftJs(editor: Element): boolean {
  return editor.querySelector(":scope > [data-contents='true']") !== null
    || editor.classList.contains("public-DraftEditor-content");
}

function addText(builder: SnapshotBuilder, node: Node): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) builder.leaf(child, child.data);
    else addText(builder, child);
  }
}

/** Reads the editor; null when its inside is not laid out as Draft.js lays it out. */
export function readDraftJs(editor: Element): Snapshot | null {
  const contents = editor.querySelector('[data-contents="true"]');
  if (!contents) return null;
  const blocks = [...contents.querySelectorAll(BLOCK)].filter((b) => b.querySelector(BLOCK) === null);
  if (blocks.length === 0) return null;
  const builder = new SnapshotBuilder();
  blocks.forEach((block, index) => {
    if (index > 0) builder.gap("\n");
    for (const leaf of block.querySelectorAll(LEAF)) {
      if (leaf.parentElement?.closest(LEAF) === null) addText(builder, leaf);
    }
  });
  return builder.done();
}
