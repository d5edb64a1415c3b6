// Marks of a text carried to its next version. An edit is seen as one splice
// (what lies between the common beginning and the common end); marks outside
// it move with their words, marks it touches are dropped: better no mark for
// a moment than a mark under the wrong words.
import type { Mark } from "../protocol";

export interface Splice {
  utf16_start: number;
  removed: number;
  inserted: number;
}

export function spliceOf(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { utf16_start: head, removed: before.length - head - tail, inserted: after.length - head - tail };
}

export function carryMarks(marks: Mark[], before: string, after: string): Mark[] {
  if (marks.length === 0 || before === after) return marks;
  const { utf16_start, removed, inserted } = spliceOf(before, after);
  const shift = inserted - removed;
  return marks.flatMap((mark) => {
    if (mark.utf16_end < utf16_start || (mark.utf16_end === utf16_start && !continuesWord(after, utf16_start))) return [mark];
    if (mark.utf16_start < utf16_start + removed) return [];
    const moved = { ...mark, utf16_start: mark.utf16_start + shift, utf16_end: mark.utf16_end + shift };
    return mark.utf16_start === utf16_start + removed && continuesWord(after, moved.utf16_start) ? [] : [moved];
  });
}

const WORD = /[\p{L}\p{N}]/u;

/** Whether the characters around a place belong to one word, so that an edit there changed the word. */
function continuesWord(text: string, utf16_at: number): boolean {
  const before = text[utf16_at - 1];
  const after = text[utf16_at];
  return before !== undefined && after !== undefined && WORD.test(before) && WORD.test(after);
}
