// The core beside a compose box, as it ships, in Node: started like in its frame, spoken to by the page's own
// messages. There is no document to draw in, so what is measured is what it hears and says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { WASM } from "../../tools/paths.mjs";

/** What the clinician would have marked, so that a draft's profile is that of its account. */
export const PROFILES = ["personal", "professional", "both", "alias"];
const kept = { profiles: Object.fromEntries(PROFILES.map((profile) => [`x:@${profile}`, profile])), silenced: {}, asked_day: 0 };

/** The browser as far as the core calls it: nothing stored but the marks above, no policy, no document, timers that are at once due. */
function browser(due) {
  const nothing = () => undefined;
  const event = { addListener: nothing };
  const local = { get: (keys, done) => done(keys === null || keys === undefined ? { kept } : {}), set: (_items, done) => done(), clear: nothing };
  const managed = { get: (_keys, done) => done({}) };
  return {
    chrome: { storage: { local, managed, onChanged: event }, runtime: { lastError: undefined, getURL: String }, i18n: { getMessage: (key) => key } },
    document: { querySelector: () => null, addEventListener: nothing, createElement: () => { throw new Error("core: drew without a document"); } },
    window: { focus: nothing },
    addEventListener: nothing,
    setTimeout: (then) => due.push(then),
  };
}

/** The account that has been marked as `profile`, or none: "unknown". */
function account(profile) {
  return PROFILES.includes(profile) ? { site: "x", handle: profile, kind: "person" } : undefined;
}

export class FrameCore {
  #core;
  #said = [];
  #due = [];
  #boxes = 0;

  /** Once a process: the module holds one session. */
  async start() {
    Object.assign(globalThis, browser(this.#due));
    this.#core = await import(pathToFileURL(join(WASM, "primum.js")).href);
    this.#core.initSync({ module: readFileSync(join(WASM, "primum_bg.wasm")) });
    await new Promise((ready) => this.#core.start((message) => this.#said.push(message), ready));
    this.hear({ t: "hello", site: "x", scheme: "light", dir: "ltr" });
    return this;
  }

  /** What is said to a message of the page, the timers it set included. */
  hear(message) {
    this.#said.length = 0;
    this.#core.hear(message);
    for (const then of this.#due.splice(0)) then();
    return [...this.#said];
  }

  /** The verdict and the marks of a draft in a box of its own, once the clinician stopped typing; and the rules behind them. */
  check(text, { profile, ...context } = {}) {
    const box = (this.#boxes += 1);
    const draft = { site: "x", surface: "post", audience: "unknown", media: "none", fields: [], ...context, account: account(profile) };
    const said = this.hear({ t: "draft", box, revision: 1, text, context: draft });
    this.hear({ t: "focused", box });
    const answer = said.filter(({ t }) => t === "answer").at(-1);
    const { rules } = this.#core.describe();
    this.hear({ t: "box", box, state: "gone" });
    if (answer?.box !== box || answer.revision !== 1) throw new Error(`core: no answer to box ${box}, revision 1`);
    return { verdict: answer.verdict, marks: answer.marks, rules };
  }

  countFindings(text) { return this.#core.count_findings(text); }
}
