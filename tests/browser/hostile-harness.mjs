// What a hostile site could do to find out about Primum or to get in its way. These functions run as the
// page's own scripts; nothing in them may use what a site's script would not have.

/** Before anything else of the page: patches what it can, hears everything, keeps what came by in `spy`. */
export function spyOnEverything() {
  /** @type {any} */
  const spy = { patched: [], heard: [], performance: [], reports: [], violations: [], stacks: [], shadows: 0 };
  Object.defineProperty(globalThis, "spy", { value: spy });
  const say = (value) => {
    try {
      return typeof value === "object" && value !== null ? Object.prototype.toString.call(value) : String(value).slice(0, 200);
    } catch {
      return "?";
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
      .filter((name) => name.startsWith("on")).map((name) => name.slice(2)).concat("focusin", "focusout", "DOMContentLoaded", "toggle", "beforetoggle");
    const hear = (event) => {
      const path = event.composedPath?.() ?? [];
      const target = event.target;
      into.heard.push({
        type: event.type, trusted: event.isTrusted, key: event.key ?? "",
        path: path.map((node) => node.localName ?? node.nodeName ?? "window").join(" "),
        target: target?.localName ?? "", data: event.type === "message" ? JSON.stringify(event.data) : "",
      });
      const stack = new Error("who called").stack ?? "";
      if (/extension:/.test(stack)) into.stacks.push(`${event.type} ${stack}`);
    };
    const quiet = new Set(["pointermove", "mousemove", "pointerrawupdate", "scroll", "animationiteration"]);
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
          into.performance.push(JSON.stringify([entry.toJSON(), more.attribution, more.scripts, more.sources]));
        }
      }).observe(/** @type {any} */ ({ type, buffered: true, durationThreshold: 0 }));
    }
    new ReportingObserver((reports) => into.reports.push(...reports.map((one) => JSON.stringify(one))), { buffered: true }).observe();
    document.addEventListener("securitypolicyviolation", (event) => into.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
  }
}

/** The element Primum adds, as the page finds it; null when there is none. */
export const hostOf = (page) => page.evaluateHandle(() => [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName)) ?? null);

/** Where the page meets Primum's element under the pointer: [left, top, right, bottom] in steps of some pixels, or null. */
export function touchedArea(page) {
  return page.evaluate(() => {
    const STEP = 4;
    const host = [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName));
    const hits = [];
    for (let x = 0; x < innerWidth; x += STEP) for (let y = 0; y < innerHeight; y += STEP) if (host && document.elementFromPoint(x, y) === host) hits.push([x, y]);
    if (hits.length === 0) return null;
    const xs = hits.map(([x]) => x);
    const ys = hits.map(([, y]) => y);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
}

/** Puts a probe over every word of the editor and asks the browser which of them are seen uncovered. */
export function occlusionOf(page, editor) {
  return page.evaluate((selector) => new Promise((done) => {
    const texts = document.createTreeWalker(/** @type {Element} */ (document.querySelector(selector)), NodeFilter.SHOW_TEXT);
    const probes = new Map();
    for (let text = /** @type {any} */ (texts.nextNode()); text; text = texts.nextNode()) {
      for (const word of text.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const { left, bottom, width } = range.getBoundingClientRect();
        const probe = document.createElement("div");
        probe.style.cssText = `position:fixed;left:${left}px;top:${bottom - 4}px;width:${width}px;height:8px;z-index:2147483647`;
        document.body.append(probe);
        probes.set(probe, word[0]);
      }
    }
    const seen = {};
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) seen[probes.get(entry.target)] = /** @type {any} */ (entry).isVisible;
    }, /** @type {any} */ ({ trackVisibility: true, delay: 100 }));
    for (const probe of probes.keys()) observer.observe(probe);
    setTimeout(() => {
      observer.disconnect();
      for (const probe of probes.keys()) probe.remove();
      done(seen);
    }, 600);
  }), editor);
}
