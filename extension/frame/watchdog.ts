// A core that traps is never called again: what it was asked last is answered
// "not checked", and this document is replaced, once. A core that traps again
// after that is given up, and the page script says so in its own chip.

/** The newest revision of every box, to be answered for a core that cannot. */
type Revisions = Map<number, number>;

interface Fields {
  t?: unknown;
  box?: unknown;
  revision?: unknown;
}

const wasReplaced = (): boolean =>
  performance.getEntriesByType("navigation").some((entry) => (entry as PerformanceNavigationTiming).type === "reload");

export class Watchdog {
  private readonly revisions: Revisions = new Map();
  private isDead = false;

  constructor(private readonly port: MessagePort) {
    // What a control or a timer called ends here; the error itself is kept from the console: it may quote.
    window.addEventListener("error", (event) => {
      event.preventDefault();
      this.died();
    });
  }

  /** Runs `work` for a message of the page script. */
  guard(message: unknown, work: () => void): void {
    const { t, box, revision } = (message ?? {}) as Fields;
    if (t === "draft" && typeof box === "number" && typeof revision === "number") this.revisions.set(box, revision);
    if (this.isDead) return;
    try {
      work();
    } catch {
      this.died();
    }
  }

  private died(): void {
    if (this.isDead) return;
    this.isDead = true;
    for (const [box, revision] of this.revisions) {
      this.port.postMessage({ t: "answer", box, revision, verdict: "not_checked", marks: [] });
    }
    if (wasReplaced()) this.port.close();
    else location.reload();
  }
}
