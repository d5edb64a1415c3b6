// A hostile site against the shipping extension: what its scripts can learn and what they can disturb.
// docs/security.md says the same in words; what is measured here is what may be claimed there.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { launchPrimum, primumFrame, shown, write } from "./e2e-harness.mjs";
import { hostOf, occlusionOf, spyOnEverything, touchedArea } from "./hostile-harness.mjs";
import { boxOf, clickFirst, modelText, openBox, pause, post, postedExactly, press, typeInto, until } from "./harness/index.mjs";

const RISKY = "Hello, Mrs. Lindqvist in bed 12 cried again, MRN 4839201";
const HARMLESS = "Hello, the hospital choir sings on Friday, come along all";
/** Time in which a wrong post or a late mark would have come. */
const SETTLED_MS = 500;
/** The page is kept busy on purpose, and so is a machine with few cores: that it answers is what is told here. */
const DROWNED_MS = 30_000;
/** The frame's typing pause, after which it says all that it says. */
const SAID_MS = 1800;

/** @type {any} */
let browser;
/** @type {any} */
let page;
before(async () => (browser = await launchPrimum()));
after(() => browser?.close());
beforeEach(async () => {
  browser.reset();
  page = await browser.newPage();
});
afterEach(() => page?.close());

const spied = (field) => page.evaluate((name) => /** @type {any} */ (globalThis).spy[name], field);

async function pausedOn(box, text = RISKY) {
  await write(page, box, text);
  await shown(page, "chip", (words) => words.includes("Lindqvist"));
  await post(page, box, "click");
  return shown(page, "pause");
}

/** Clicks in the frame as a person does. */
async function decide(act) {
  const frame = await primumFrame(page);
  // Before a "stop" is posted a reason is asked for.
  if (act === "post") await frame.locator("[name=reason]").first().click();
  await frame.click(`[data-act=${act}]`);
}

describe("a hostile page learns", () => {
  test("nothing from patched prototypes, and the patches change nothing", async () => {
    await page.addInitScript(spyOnEverything);
    await openBox(page, "x-home");
    await page.evaluate(() => { /** @type {any} */ (globalThis).spy.secret = "something to change"; });
    await typeInto(page, "x-home", RISKY);
    await until(() => modelText(page, "x-home"), (text) => text === RISKY, { what: "the draft" });
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await page.evaluate(() => { /** @type {any} */ (globalThis).spy.sabotage = true; });
    await post(page, "x-home", "click");
    await shown(page, "pause");
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0, "held, though the page's own Event methods do nothing");
    await page.evaluate(() => { /** @type {any} */ (globalThis).spy.sabotage = false; });
    await decide("post");
    await postedExactly(browser, 1);
    const patched = await spied("patched");
    // The page's own scheduler posts null to itself.
    const ours = patched.filter((call) => /attachShadow|MessagePort\.postMessage (?!null)|showModal|showPopover|important|getClientRects|getRandomValues/.test(call));
    assert.deepEqual(ours, [], "no call of the page script passes through the page's copies");
    assert.equal(await spied("leaked"), undefined);
  });

  test("no words, keys or clicks from events, and no address from call stacks, reports or timings", async () => {
    await page.addInitScript(spyOnEverything);
    await pausedOn("x-home");
    await press(page, "Tab");
    await press(page, "Tab");
    const before = (await spied("heard")).length;
    await page.keyboard.type("qz");
    await press(page, "Escape");
    await pause(SETTLED_MS);
    const heard = await spied("heard");
    assert.deepEqual(heard.slice(before).filter((event) => event.key === "q" || event.key === "z"), [], "keys of the pause");
    // The page's own scheduler sends itself messages.
    assert.deepEqual(heard.filter((event) => event.type === "message" && !/^"(setImmediate.*)?"$/.test(event.data)), [], "messages");
    const host = await (await hostOf(page)).evaluate((one) => one?.localName ?? "");
    const inside = heard.filter((event) => event.path.includes("iframe") || event.path.includes("dialog"));
    assert.deepEqual(inside, [], `events from inside ${host}`);
    assert.deepEqual(await spied("stacks"), []);
    assert.deepEqual((await spied("reports")).filter((report) => !report.includes("UnloadHandler")), [], "reports, but for the spy's own listener");
    assert.deepEqual(await spied("violations"), []);
    const entries = [...await spied("performance"), ...await page.evaluate(() => performance.getEntries().map((one) => JSON.stringify(one.toJSON())))];
    assert.ok(entries.length > 20, `${entries.length} performance entries, expected some`);
    assert.deepEqual(entries.filter((entry) => /extension:|frame\.html|primum_bg/.test(entry)), []);
  });

  test("no way into the closed shadow root, no window, no history entry", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    const found = await page.evaluate(() => {
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
    assert.deepEqual(found, {
      upgraded: true, internals: null, open: null, html: "", serialized: false, copy: null, windows: 0, frames: 0, animations: 0, entries: 1,
    });
  });

  test("no word of Primum's from the page's own search and selection", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await pause(SAID_MS);
    const found = await page.evaluate(() => ["Primum", "something to change", "Alt+Shift+P", "Lindqvist bed 12", "Not sure"].filter((words) => /** @type {any} */ (globalThis).find(words)));
    assert.deepEqual(found, []);
    const selected = await page.evaluate(() => { getSelection()?.selectAllChildren(document.documentElement); return String(getSelection()); });
    assert.doesNotMatch(selected, /Primum|Not sure/);
  });

  test("not which words are marked, from what covers them", async () => {
    const editor = boxOf("x-home").editor;
    const seen = [];
    for (const text of [HARMLESS, RISKY]) {
      await write(page, "x-home", text);
      await shown(page, "chip", (words) => words !== "");
      await pause(SAID_MS);
      seen.push(await occlusionOf(page, editor));
    }
    const [harmless, risky] = seen.map((words) => [...new Set(Object.values(words))]);
    assert.equal(risky.length, 1, `every word of the marked draft looks the same: ${JSON.stringify(seen[1])}`);
    assert.deepEqual(risky, harmless, "and the same as in a draft without marks");
  });

  test("not the verdict from half a press of its own", async () => {
    const heard = [];
    for (const text of [HARMLESS, RISKY]) {
      await write(page, "x-home", text);
      await shown(page, "chip", (words) => text === HARMLESS || words.includes("Lindqvist"));
      heard.push(await page.evaluate((selector) => {
        const button = /** @type {Element} */ (document.querySelector(selector));
        const came = [];
        for (const type of ["pointerdown", "mousedown", "touchstart", "pointerup", "mouseup"]) {
          button.addEventListener(type, () => came.push(type), { once: true });
          const event = type.startsWith("pointer") ? new PointerEvent(type, { bubbles: true, cancelable: true, composed: true })
            : new MouseEvent(type, { bubbles: true, cancelable: true, composed: true });
          came.push(`${type} ${button.dispatchEvent(event)}`);
        }
        return came;
      }, boxOf("x-home").button));
    }
    assert.deepEqual(heard[1], heard[0]);
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0);
  });

  test("nothing from layout: no size changes, and no shift of what stands in the closed root", async () => {
    await openBox(page, "x-home");
    await page.evaluate((selector) => {
      const sizes = /** @type {any[]} */ ([]);
      const shifts = /** @type {any[]} */ ([]);
      Object.assign(globalThis, { sizes, shifts });
      const observer = new ResizeObserver((entries) => sizes.push(...entries.map((one) => `${one.target.localName} ${one.contentRect.width} ${one.contentRect.height}`)));
      for (const one of [document.documentElement, document.body, /** @type {Element} */ (document.querySelector(selector))]) observer.observe(one);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) for (const { node, currentRect } of /** @type {any} */ (entry).sources) if (!node) shifts.push(JSON.stringify(currentRect));
      }).observe({ type: "layout-shift", buffered: true });
    }, boxOf("x-home").editor);
    await page.keyboard.insertText("Hello");
    await pause(SETTLED_MS);
    const before = await page.evaluate(() => /** @type {any} */ (globalThis).sizes.length);
    await page.keyboard.insertText(" MRN 4839201");
    await shown(page, "chip", (words) => words.includes("4839201"));
    await pause(SETTLED_MS);
    assert.deepEqual(await page.evaluate((from) => /** @type {any} */ (globalThis).sizes.slice(from), before), []);
    // Words before the mark, so that it moves; then everything else that Primum shows.
    await press(page, "Home");
    for (const word of ["Good ", "evening ", "to ", "all. "]) {
      await page.keyboard.insertText(word);
      await pause(SETTLED_MS / 2);
    }
    await press(page, "Alt+Shift+P");
    await pause(SETTLED_MS);
    await page.setViewportSize({ width: 900, height: 600 });
    await pause(SETTLED_MS);
    await page.setViewportSize({ width: 1280, height: 720 });
    await post(page, "x-home", "ctrl-enter");
    await shown(page, "pause");
    await pause(SETTLED_MS);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), []);
  });

  test("not whether Primum is installed, by its address; its element has another name on every page", async () => {
    await write(page, "x-home", "Hello");
    const [name, id] = [await (await hostOf(page)).evaluate((one) => one.localName), await browser.extensionId()];
    const reached = await page.evaluate(async (extension) => {
      const came = [];
      for (const file of ["frame.html", "manifest.json", "page.js", "css/frame.css", "primum_bg.wasm", "icons/128.png"]) {
        await fetch(`chrome-extension://${extension}/${file}`).then(() => came.push(file), () => undefined);
      }
      return came;
    }, id);
    assert.deepEqual(reached, []);
    await write(page, "x-reply", "Hello");
    assert.notEqual(await (await hostOf(page)).evaluate((one) => one.localName), name);
    assert.match(name, /^[a-z]{10}-[a-z]{10}$/);
  });
});

/** What the toolbar button shows for each tab, by its address. */
const badges = () => browser.context.serviceWorkers()[0].evaluate(async () => {
  const tabs = await chrome.tabs.query({});
  return Promise.all(tabs.map((tab) => chrome.action.getBadgeText({ tabId: tab.id })));
});

/** The address of the frame as it stands in the closed root, which only the debugger can read. */
async function frameAddress() {
  const client = await page.context().newCDPSession(page);
  await client.send("DOM.enable");
  const { nodes } = await client.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  await client.detach();
  const frame = nodes.find((node) => node.nodeName === "IFRAME" && node.attributes?.some((value) => value.includes("frame.html")));
  return frame?.attributes[frame.attributes.indexOf("src") + 1] ?? "";
}

describe("a hostile page cannot", () => {
  test("get rid of Primum by removing, moving or hiding its element once", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    const look = () => page.evaluate(() => {
      const host = [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName));
      const { display, visibility, opacity } = host ? getComputedStyle(host) : { display: "gone", visibility: "", opacity: "" };
      return `${display} ${visibility} ${opacity}`;
    });
    await page.evaluate(() => {
      const sheet = document.createElement("style");
      sheet.textContent = "html > :not(head, body) { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important; animation: gone 1ms forwards !important; }";
      document.head.append(sheet);
    });
    assert.equal(await look(), "block visible 1");
    for (const harm of ["remove", "move", "hide"]) {
      await (await hostOf(page)).evaluate((host, how) => {
        if (how === "remove") host?.remove();
        else if (how === "move") document.body.append(/** @type {Element} */ (host));
        else host?.setAttribute("style", "display:none!important");
      }, harm);
      await until(look, (seen) => seen === "block visible 1", { what: `the element back after "${harm}"` });
    }
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await post(page, "x-home", "click");
    await shown(page, "pause");
    assert.equal(browser.posted().length, 0);
  });

  test("silence it by removing it for ever: posting goes on, and the toolbar button says that nothing is checked", async () => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        for (const one of [...document.documentElement?.children ?? []]) if (!["head", "body"].includes(one.localName)) one.remove();
      }).observe(document, { childList: true, subtree: true });
    });
    await write(page, "x-home", RISKY);
    await until(badges, (texts) => texts.includes("!"), { what: "the mark on the toolbar button" });
    await post(page, "x-home", "click");
    await postedExactly(browser, 1);
  });

  for (const name of ["documentElement", "body", "querySelector", "querySelectorAll", "activeElement", "cookie", "execCommand"]) {
    test(`let a post slip by with elements named "${name}"`, async () => {
      await openBox(page, "x-home");
      await page.evaluate((given) => {
        const made = ["img", "form", "embed"].map((tag) => document.createElement(tag));
        for (const one of made) one.setAttribute("name", given);
        document.body.append(...made);
      }, name);
      await page.keyboard.insertText(RISKY);
      await shown(page, "chip", (words) => words.includes("Lindqvist"));
      await press(page, "Control+Enter");
      await shown(page, "pause");
      assert.equal(browser.posted().length, 0);
    });
  }

  test("make an error of the page script pass in silence", async () => {
    await page.addInitScript(() => {
      /** @type {any} */ (globalThis).errors = [];
      addEventListener("error", (event) => /** @type {any} */ (globalThis).errors.push(`${event.message} ${event.filename}`));
    });
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    // A form whose fields hide its own methods, with the Post control in it.
    await page.evaluate((selector) => {
      const button = /** @type {Element} */ (document.querySelector(selector));
      const form = document.createElement("form");
      for (const name of ["matches", "closest", "contains"]) {
        const field = document.createElement("input");
        field.name = name;
        field.hidden = true;
        form.append(field);
      }
      button.parentElement?.insertBefore(form, button);
      form.append(button);
    }, boxOf("x-home").button);
    await clickFirst(page, boxOf("x-home").button);
    const outcome = await until(async () => ({ posts: browser.posted().length, badges: (await badges()).join(""), frame: page.frames().some((one) => one.url().includes("frame.html")) }),
      (now) => now.badges.includes("!") || now.posts === 0, { what: "the post held, or the toolbar button's mark" });
    await pause(SETTLED_MS);
    assert.ok((await badges()).includes("!") || browser.posted().length === 0, JSON.stringify(outcome));
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).errors.filter((one) => /extension/.test(one))), []);
  });

  test("decide for the clinician with clicks, keys and messages of its own", async () => {
    await pausedOn("x-home");
    await page.evaluate((selector) => {
      const host = [...document.documentElement.children].find((one) => !["head", "body"].includes(one.localName));
      const targets = [host, document, window, document.activeElement, document.elementFromPoint(innerWidth / 2, innerHeight / 2)];
      for (const target of targets) {
        for (const key of ["Enter", " ", "Escape", "Tab"]) {
          for (const type of ["keydown", "keyup"]) target?.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true, composed: true }));
        }
        for (const type of ["pointerdown", "click", "submit", "close", "cancel", "toggle"]) target?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
        for (const data of [{ t: "decision", press: 1, decision: "post" }, { primum: "0".repeat(32) }]) {
          target?.dispatchEvent(new MessageEvent("message", { data, ports: [new MessageChannel().port1] }));
          postMessage(data, "*", [new MessageChannel().port1]);
        }
      }
      dispatchEvent(new Event("primum-takeover"));
      for (let at = 0; at < 3; at += 1) /** @type {HTMLElement} */ (document.querySelector(selector)).click();
    }, boxOf("x-home").button);
    await pause(SETTLED_MS);
    assert.equal(browser.posted().length, 0);
    await shown(page, "pause");
    await decide("post");
    await postedExactly(browser, 1);
  });

  test("press its own Post past the pause: a script's click is held like a hand's", async () => {
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), boxOf("x-home").button);
    await shown(page, "pause");
    assert.equal(browser.posted().length, 0);
  });

  test("post by taking the focus during the pause, or by laying a dialog of its own over it", async () => {
    await page.addInitScript(() => {
      Object.assign(globalThis, { stop: () => clearInterval(/** @type {any} */ (globalThis).fighting), fight: () => {
        const field = document.createElement("input");
        document.body.append(field);
        /** @type {any} */ (globalThis).fighting = setInterval(() => { field.focus(); window.focus(); /** @type {HTMLElement} */ (document.activeElement).blur(); }, 5);
      } });
    });
    await pausedOn("x-home");
    await page.evaluate(() => /** @type {any} */ (globalThis).fight());
    await page.keyboard.type("qzqz", { delay: 30 });
    await shown(page, "pause");
    await page.evaluate(() => {
      const cover = document.createElement("dialog");
      cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none";
      cover.append(document.createElement("button"));
      document.body.append(cover);
      cover.showModal();
    });
    await page.mouse.click(640, 360);
    await press(page, "Enter");
    await pause(SETTLED_MS);
    const posts = browser.posted();
    assert.equal(posts.length, 0);
    await page.evaluate(() => { /** @type {any} */ (globalThis).stop(); document.querySelector("dialog")?.close(); });
    await decide("edit");
    await until(() => modelText(page, "x-home"), (text) => text === RISKY, { what: "the draft, whole" });
  });

  test("open the frame for itself, even with an address it could not know", async () => {
    const client = await page.context().newCDPSession(page);
    await client.send("Page.setBypassCSP", { enabled: true });
    await write(page, "x-home", RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    const address = await frameAddress();
    assert.match(address, /frame\.html#[0-9a-f-]{36}$/);
    const heard = await page.evaluate(async (stolen) => {
      const answers = [];
      for (const src of [stolen, stolen.replace(/#.*/, `#${crypto.randomUUID()}`)]) {
        const frame = document.createElement("iframe");
        const loaded = new Promise((done) => frame.addEventListener("load", done));
        frame.src = src;
        document.body.append(frame);
        await loaded;
        for (const guess of ["", "0".repeat(32), stolen.split("#")[1], null, 7, {}, "x".repeat(5_000_000)]) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = (event) => answers.push(JSON.stringify(event.data));
          port1.postMessage({ t: "hello", site: "x" });
          port1.postMessage({ t: "draft", box: 1, revision: 1, text: "MRN 4839201", context: {} });
          frame.contentWindow?.postMessage({ primum: guess }, "*", [port2]);
          frame.contentWindow?.postMessage(guess, "*");
        }
      }
      await new Promise((done) => setTimeout(done, 1500));
      return answers;
    }, address);
    assert.deepEqual(heard, [], "no port of the page's is answered");
    const words = await Promise.all(page.frames().filter((one) => one.url().includes("frame.html")).map((one) => one.evaluate(() => document.body.innerText)));
    assert.equal(words.filter((text) => text.includes("Lindqvist")).length, 1, "only the real frame knows the draft");
    await page.keyboard.insertText(" and SSN 219-09-9999");
    await shown(page, "chip", (text) => text !== "");
    await post(page, "x-home", "ctrl-enter");
    await shown(page, "pause");
  });

  test("drown it: under thousands of mutations a second and a draft of 200,000 characters it still answers", async () => {
    await openBox(page, "x-home");
    await page.evaluate((selector) => {
      const scope = /** @type {Element} */ (document.querySelector(selector)).parentElement;
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
    }, boxOf("x-home").button);
    await page.keyboard.insertText(RISKY);
    await shown(page, "chip", (words) => words.includes("Lindqvist"));
    await page.keyboard.insertText(` ${"All well on the ward today. ".repeat(7200)}`);
    await until(() => modelText(page, "x-home"), (text) => text.length > 200_000, { what: "the long draft", timeoutMs: 60_000 });
    await press(page, "Control+Enter");
    await shown(page, "pause", undefined, { timeoutMs: DROWNED_MS });
    assert.equal(browser.posted().length, 0);
  });
});
