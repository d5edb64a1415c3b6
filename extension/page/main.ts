// The page script's entry. The script may be put into a page that has it
// already: by an update (the old one is an orphan then, and makes room) or by
// the background at install.
import { isAlive } from "./browser";
import { Session } from "./session";

interface Guarded {
  primum?: { stop(): void; isAlive(): boolean };
}

/** Heard by an older script of ours in another isolated world; forging it does nothing to a live one. */
const TAKEOVER = "primum-takeover";

function run(): void {
  const guarded = globalThis as unknown as Guarded;
  if (guarded.primum?.isAlive()) return;
  guarded.primum?.stop();
  window.dispatchEvent(new Event(TAKEOVER));
  const session = new Session();
  const alive = isAlive;
  const makeRoom = (): void => {
    if (alive()) return;
    window.removeEventListener(TAKEOVER, makeRoom);
    session.stop();
  };
  window.addEventListener(TAKEOVER, makeRoom);
  guarded.primum = { stop: () => session.stop(), isAlive: alive };
  session.start();
}

// Only documents have compose boxes; a script put into a plain file or an image viewer has nothing to do.
if (document instanceof HTMLDocument && isAlive()) run();
