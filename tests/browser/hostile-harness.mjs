// What a hostile site could do to get in Primum's way, and where it meets Primum's element. These functions run as the
// page's own scripts; nothing in them may use what a site's script would not have. Its spies: hostile-spy.mjs.

/** The element Primum adds, as the page finds it; null when there is none. */
export const hostOf = (page) => page.evaluateHandle(() => [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName)) ?? null);

/** Takes the focus every 5 ms, until `endFight`. */
export const fightForFocus = (page) => page.evaluate(() => {
  const field = document.createElement("input");
  document.body.append(field);
  const fighting = setInterval(() => { field.focus(); window.focus(); /** @type {HTMLElement} */ (document.activeElement).blur(); }, 5);
  Object.assign(globalThis, { stop: () => clearInterval(fighting) });
});

/** A modal dialog of the page's own over all of the window. */
export const layDialogOver = (page) => page.evaluate(() => {
  const cover = document.createElement("dialog");
  cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none";
  cover.append(document.createElement("button"));
  document.body.append(cover);
  cover.showModal();
});

/** Ends the fight for the focus, and closes the page's own dialog. */
export const endFight = (page) => page.evaluate(() => {
  /** @type {any} */ (globalThis).stop();
  document.querySelector("dialog")?.close();
});

/** The page writes its document anew, which takes every listener off it and its window, and makes a compose box of its own: Post sets the title. */
export const writeAnew = (page, { editor, button }) => page.evaluate(([ofEditor, ofButton]) => {
  document.open();
  document.close();
  const root = document.documentElement ?? document.appendChild(document.createElement("html"));
  const body = document.body ?? root.appendChild(document.createElement("body"));
  const [area, field, post] = ["div", "div", "button"].map((tag) => document.createElement(tag));
  field.setAttribute("data-testid", ofEditor);
  field.setAttribute("role", "textbox");
  field.contentEditable = "true";
  field.style.cssText = "width:400px;height:100px;border:1px solid";
  post.setAttribute("data-testid", ofButton);
  post.textContent = "Post";
  post.addEventListener("click", () => { document.title = `posted: ${field.textContent}`; });
  area.append(field, post);
  body.append(area);
}, [editor, button].map((css) => /** @type {RegExpMatchArray} */ (/data-testid="(\w+)"/.exec(css))[1]));

/** 500 elements beside `selector` and away again in every animation frame. */
export const floodWithElements = (page, selector) => page.evaluate((css) => {
  const scope = /** @type {Element} */ (document.querySelector(css)).parentElement;
  const flood = () => {
    for (let at = 0; at < 500; at += 1) {
      const one = document.createElement("i");
      one.setAttribute("aria-label", String(at));
      scope?.append(one);
      one.remove();
    }
    requestAnimationFrame(flood);
  };
  flood();
}, selector);

/** Huge, deep and wrong messages, with ports, to the page's own window and to Primum's element. */
export const floodWithMessages = (page) => page.evaluate(() => {
  const MEGABYTES = 20;
  const host = /** @type {Element} */ ([...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName)));
  const deep = /** @type {any} */ ({});
  for (let at = deep, n = 0; n < 500; n += 1) at = at.t = {};
  const wrong = ["x".repeat(MEGABYTES * 1024 * 1024), new ArrayBuffer(MEGABYTES * 1024 * 1024), deep, null, 7, new Map([["t", "config"]]), { t: "ended" }, { t: "config", wait_ms: 0, fail: "open", watch: false, actions: false, reminders: false }];
  for (const data of wrong) {
    for (let at = 0; at < 3; at += 1) {
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(data);
      postMessage(data, "*", [port2]);
      for (const target of [window, document, host]) target.dispatchEvent(new MessageEvent("message", { data, ports: [new MessageChannel().port1] }));
    }
  }
});

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
