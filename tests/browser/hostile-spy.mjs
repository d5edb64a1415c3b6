// A hostile site's spies: what it could patch, hear and look into to find out about Primum, and how each spy is shown to
// hear what is there to hear. These functions run as the page's own scripts; nothing in them may use what a site's script
// would not have. They work on a Playwright page and on a Puppeteer page alike.
import assert from "node:assert/strict";
import { pause } from "./harness/index.mjs";

/** Time in which what the page does to itself is heard. */
const HEARD_MS = 500;

/** Before anything else of the page: patches what it can, hears everything, keeps what came by in `spy`. */
export function spyOnEverything() {
  /** @type {any} */
  const spy = { patched: [], heard: [], performance: [], reports: [], violations: [], stacks: [], inside: [] };
  Object.defineProperty(globalThis, "spy", { value: spy });
  const say = (value) => {
    try {
      return typeof value === "object" && value !== null ? Object.prototype.toString.call(value) : String(value).slice(0, 200);
    } catch {
      return "?";
    }
  };
  /** Whatever an event or an entry has that stands in a shadow root: none that the page may have. */
  const lookInside = (thing) => {
    for (const name in thing) {
      let value;
      try {
        value = thing[name];
      } catch {
        continue;
      }
      if (value instanceof Node && value.getRootNode() instanceof ShadowRoot) spy.inside.push(`${thing.type ?? thing.entryType}.${name} ${value.nodeName}`);
    }
  };
  const wrap = (owner, name, label) => {
    const original = owner[name];
    owner[name] = function (...given) {
      spy.patched.push(`${label}.${name} ${given.map(say).join(" ")}`);
      return original.apply(this, given);
    };
  };
  wrap(Element.prototype, "attachShadow", "Element");
  wrap(MessagePort.prototype, "postMessage", "MessagePort");
  wrap(MessagePort.prototype, "start", "MessagePort");
  wrap(HTMLDialogElement.prototype, "showModal", "Dialog");
  wrap(HTMLElement.prototype, "showPopover", "HTMLElement");
  wrap(CSSStyleDeclaration.prototype, "setProperty", "Style");
  wrap(Range.prototype, "getClientRects", "Range");
  wrap(Crypto.prototype, "getRandomValues", "Crypto");
  // Patched so that every trick of the page script would fail, were it the page's copy that it used.
  const hide = (owner, name) => { const was = owner[name]; owner[name] = function (...given) { if (spy.sabotage) return undefined; return was.apply(this, given); }; };
  for (const name of ["composedPath", "stopImmediatePropagation", "preventDefault"]) hide(Event.prototype, name);
  const RealChannel = MessageChannel;
  globalThis.MessageChannel = /** @type {any} */ (function () { spy.patched.push("new MessageChannel"); return new RealChannel(); });
  const RealObserver = MutationObserver;
  globalThis.MutationObserver = class extends RealObserver { constructor(hear) { super(hear); spy.patched.push("new MutationObserver"); } };
  const indexOf = String.prototype.indexOf;
  for (const [owner, names] of /** @type {[any, string[]][]} */ ([
    [Array.prototype, ["push", "map", "filter", "find", "some", "includes"]],
    [Map.prototype, ["get", "set"]], [String.prototype, ["slice", "includes", "matchAll"]], [Promise.prototype, ["then"]],
  ])) {
    for (const name of names) {
      const was = owner[name];
      owner[name] = function (...given) {
        // Nothing patched may be used in here, or it would call itself.
        for (let at = 0; at < given.length; at += 1) {
          if (spy.secret && typeof given[at] === "string" && indexOf.call(given[at], spy.secret) >= 0) spy.leaked = name;
        }
        return Reflect.apply(was, this, given);
      };
    }
  }
  // A page's own scripts run after the content scripts of document_start; this one would come before them.
  const waiting = new RealObserver(() => {
    if (!document.head) return;
    waiting.disconnect();
    listen(spy);
  });
  waiting.observe(document, { childList: true, subtree: true });
  watchPerformance(spy);

  function listen(into) {
    const kinds = Object.keys(HTMLElement.prototype).concat(Object.keys(Window.prototype), Object.keys(globalThis))
      .filter((name) => name.startsWith("on")).map((name) => name.slice(2)).concat("focusin", "focusout", "DOMContentLoaded", "toggle", "beforetoggle", "spied");
    const hear = (event) => {
      const path = event.composedPath?.() ?? [];
      const target = event.target;
      into.heard.push({
        type: event.type, trusted: event.isTrusted, key: event.key ?? "",
        path: path.map((node) => node.localName ?? node.nodeName ?? "window").join(" "),
        target: target?.localName ?? "", data: event.type === "message" ? JSON.stringify(event.data) : "",
      });
      lookInside(event);
      const stack = new Error("who called").stack ?? "";
      if (/extension:/.test(stack)) into.stacks.push(`${event.type} ${stack}`);
    };
    const quiet = new Set(["pointerrawupdate", "scroll", "animationiteration"]);
    for (const kind of new Set(kinds)) {
      if (quiet.has(kind)) continue;
      addEventListener(kind, hear, true);
      document.addEventListener(kind, hear, true);
    }
  }

  function watchPerformance(into) {
    for (const type of PerformanceObserver.supportedEntryTypes) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const more = /** @type {any} */ (entry);
          lookInside(entry);
          into.performance.push(JSON.stringify([entry.toJSON(), more.attribution, more.scripts, more.sources]));
        }
      }).observe(/** @type {any} */ ({ type, buffered: true, durationThreshold: 0 }));
    }
    new ReportingObserver((reports) => into.reports.push(...reports.map((one) => JSON.stringify(one))), { buffered: true }).observe();
    document.addEventListener("securitypolicyviolation", (event) => into.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
  }
}

/** Calls of the page script's own kind, were they made through the page's copies. */
const OURS = /attachShadow|MessagePort\.postMessage (?!null)|showModal|showPopover|important|getClientRects|getRandomValues/;
/** The page's own scheduler sends itself messages. */
const isForeign = (event) => event.type === "message" && !/^"(setImmediate.*)?"$/.test(event.data);
/** Reports of what the spy itself does: it listens to "unload", and reads every property of an event. */
const OF_SPY = /UnloadHandler|MozPressure|MozInputSource/;
const OF_EXTENSION = /extension:|frame\.html|primum_bg/;

/** Upgrades Primum's element to one of the page's own, copies it, counts windows: what is seen of the closed root. */
export const wayIn = (page) => page.evaluate(() => {
  const host = /** @type {any} */ ([...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName)));
  customElements.define(host.localName, class extends HTMLElement {
    constructor() {
      super();
      /** @type {any} */ (this).internals = this.attachInternals();
    }
  });
  const copy = host.cloneNode(true);
  return {
    upgraded: host.internals !== undefined, internals: host.internals?.shadowRoot ?? null, open: host.shadowRoot,
    html: host.innerHTML, serialized: document.documentElement.getHTML({ serializableShadowRoots: true }).includes("Lindqvist bed"),
    copy: copy.shadowRoot, windows: window.length, frames: document.querySelectorAll("iframe").length,
    animations: document.getAnimations().length, entries: /** @type {any} */ (globalThis).navigation.entries().length,
  };
});

/** All of a press on `button` but the click, by the page itself: what arrives, and whether it was stopped. */
export const halfPress = (page, button) => page.evaluate((selector) => {
  const pressed = /** @type {Element} */ (document.querySelector(selector));
  const came = [];
  for (const type of ["pointerdown", "mousedown", "touchstart", "pointerup", "mouseup"]) {
    pressed.addEventListener(type, () => came.push(type), { once: true });
    const event = type.startsWith("pointer") ? new PointerEvent(type, { bubbles: true, cancelable: true, composed: true })
      : new MouseEvent(type, { bubbles: true, cancelable: true, composed: true });
    came.push(`${type} ${pressed.dispatchEvent(event)}`);
  }
  return came;
}, button);

/** What the spy has under `field`. */
export const spied = (page, field) => page.evaluate((name) => /** @type {any} */ (globalThis).spy[name], field);

export const setSpy = (page, given) => page.evaluate((values) => { Object.assign(/** @type {any} */ (globalThis).spy, values); }, given);

/** No call and no word of the page script's has passed through the page's copies; those of the page itself have. */
export async function assertNothingPatched(page) {
  const ours = async () => (await spied(page, "patched")).filter((call) => OURS.test(call));
  assert.deepEqual(await ours(), [], "no call of the page script passes through the page's copies");
  assert.equal(await spied(page, "leaked"), undefined);
  await page.evaluate(() => {
    document.createElement("div").attachShadow({ mode: "closed" });
    new MessageChannel().port1.postMessage({ t: "draft" });
    document.body.style.setProperty("color", "", "important");
    ["x"].includes("there is something to change here");
  });
  assert.equal((await ours()).length, 3, `the control: the page's own calls are caught: ${await ours()}`);
  assert.equal(await spied(page, "leaked"), "includes");
}

/** Nothing of what was heard so far is of Primum's: no message, no node, no address. */
export async function assertNothingHeard(page) {
  const heard = await spied(page, "heard");
  assert.deepEqual(heard.filter(isForeign), [], "messages");
  assert.deepEqual(heard.filter((event) => /iframe|dialog/.test(event.path)), [], "events from inside");
  const host = await page.evaluate(() => [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName))?.localName ?? "");
  assert.deepEqual(heard.filter((event) => event.target === host).map(({ type }) => type), [], "events on Primum's element");
  for (const field of ["inside", "stacks", "violations"]) assert.deepEqual(await spied(page, field), [], field);
  assert.deepEqual((await spied(page, "reports")).filter((report) => !OF_SPY.test(report)), [], "reports");
  const entries = [...await spied(page, "performance"), ...await page.evaluate(() => performance.getEntries().map((one) => JSON.stringify(one.toJSON())))];
  assert.ok(entries.length > 20, `${entries.length} performance entries, expected some`);
  assert.deepEqual(entries.filter((entry) => OF_EXTENSION.test(entry)), [], "performance entries");
}

/** The control: each spy hears what the page itself does of the kind. The caret is in the editor. */
export async function assertSpiesHear(page) {
  await page.keyboard.type("qz");
  await page.evaluate(() => {
    postMessage({ t: "decision" });
    const image = document.createElement("img");
    image.src = "https://elsewhere.invalid/primum_bg.png";
    const inner = document.createElement("b");
    const outer = document.createElement("div");
    outer.attachShadow({ mode: "closed" }).append(inner);
    document.body.append(image, outer, document.createElement("iframe"));
    document.body.dispatchEvent(new CustomEvent("spied", { detail: inner }));
    performance.mark("frame.html");
    (0, eval)("document.body.click()\n//# sourceURL=any-extension://control/page.js");
  }).catch(() => undefined);
  await page.addScriptTag({ content: "document.body.click()\n//# sourceURL=any-extension://control/page.js" }).catch(() => undefined);
  await pause(HEARD_MS);
  const heard = await spied(page, "heard");
  assert.ok(heard.some((event) => event.type === "keydown" && event.trusted && event.key === "M"), "the keys of the draft");
  assert.ok(heard.some((event) => event.key === "q") && heard.some((event) => event.key === "z"), "keys of the editor");
  assert.ok(heard.some((event) => isForeign(event) && event.data.includes("decision")), "messages");
  assert.ok(heard.some((event) => event.path.includes("img")), "events from inside an element");
  assert.ok((await spied(page, "inside")).includes("spied.detail B"), "a node of a closed root");
  assert.ok((await spied(page, "performance")).some((entry) => OF_EXTENSION.test(entry)), "performance entries");
  for (const field of ["violations", "stacks", "reports"]) assert.ok((await spied(page, field)).length > 0, field);
}
