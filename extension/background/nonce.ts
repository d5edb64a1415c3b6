// The handover's secret. The page script makes a random slot, puts it into the
// frame's address (`frame.html#slot`) and asks here for the slot's nonce; the
// frame asks for the same slot: `runtime.sendMessage({t:"nonce", slot})`, answer
// `{nonce}`. Each role gets a nonce once; whoever comes first makes it. The
// site's own scripts can do neither, so a port that arrives with the nonce is ours.

/** A page with this many frames waiting at once is not one we made. */
const MAX_WAITING = 200;

type Role = "page" | "frame";

interface Waiting {
  nonce: string;
  by: Role;
}

const waiting = new Map<string, Waiting>();

function roleOf(sender: chrome.runtime.MessageSender): Role {
  return sender.url?.startsWith(chrome.runtime.getURL("")) ? "frame" : "page";
}

function fresh(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
}

/** The nonce of a slot in the sender's tab, or null for who may not have one. */
export function nonceFor(slot: unknown, sender: chrome.runtime.MessageSender): string | null {
  const tab = sender.tab?.id;
  if (typeof slot !== "string" || slot.length < 16 || tab === undefined || sender.id !== chrome.runtime.id) return null;
  const key = `${tab}:${slot}`;
  const by = roleOf(sender);
  const first = waiting.get(key);
  if (first && first.by !== by) {
    waiting.delete(key);
    return first.nonce;
  }
  // The same role again: its document was loaded anew, and the old nonce is worth nothing.
  const nonce = fresh();
  waiting.set(key, { nonce, by });
  const oldest = waiting.keys().next().value;
  if (waiting.size > MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
  return nonce;
}
