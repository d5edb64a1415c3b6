// A core that traps is never called again: its memory may be half written. The
// page script is told, makes another frame in place of this one, once, and sends
// the drafts again; until then it says "not checked".

/** A trap inside a promise's continuation arrives as a rejection. */
const isTrap = (reason: unknown): boolean => reason instanceof WebAssembly.RuntimeError;

export class Watchdog {
  private isDead = false;

  constructor(private readonly port: MessagePort) {
    // What a control or a timer called ends here; the error itself is kept from the console: it may quote.
    window.addEventListener("error", (event) => {
      event.preventDefault();
      this.died();
    });
    window.addEventListener("unhandledrejection", (event) => {
      if (!isTrap(event.reason)) return;
      event.preventDefault();
      this.died();
    });
  }

  /** Calls the core; nothing when it has trapped, then or before. */
  guard<T>(work: () => T): T | undefined {
    if (this.isDead) return undefined;
    try {
      return work();
    } catch {
      this.died();
      return undefined;
    }
  }

  private died(): void {
    if (this.isDead) return;
    this.isDead = true;
    this.port.postMessage({ t: "ended" });
    this.port.close();
  }
}
