// A frame for tests only: speaks the contract from the other side. Its "checker"
// knows three words; what it hears is kept in `heard` for tests to read.
"use strict";
const options = globalThis.fakeOptions ?? {};
const WORDS = { "noteworthy": "note", "cautious": "caution", "stopword": "stop" };
const RANKS = ["clear", "note", "caution", "stop"];
const heard = [];
globalThis.heard = heard;
let port = null;
let latest = null;
let press = null;

const say = (message) => port.postMessage(message);

function marksOf(text) {
  const marks = [];
  for (const [word, severity] of Object.entries(WORDS)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      marks.push({ id: marks.length, severity, utf16_start: at, utf16_end: at + word.length });
    }
  }
  return marks;
}

function show(view) {
  for (const id of ["chip", "panel", "pause"]) document.getElementById(id).hidden = id !== view;
  const size = { none: [0, 0], chip: [80, 22], panel: [220, 120], pause: [innerWidth, innerHeight] }[view];
  say({ t: "view", view, width: size[0], height: size[1] });
}

function answer({ box, revision, text }) {
  if (options.silent) return;
  const marks = marksOf(text);
  const verdict = options.verdict ?? RANKS[Math.max(0, ...marks.map((m) => RANKS.indexOf(m.severity)))];
  setTimeout(() => say({ t: "answer", box, revision, verdict, marks }), options.delay_ms ?? 0);
}

const HEAR = {
  hello: () => say({ t: "config", wait_ms: 300, fail: "open", watch: true, actions: false, reminders: false, ...options.config }),
  draft: (message) => {
    latest = message;
    // Where a test cannot reach into the frame (Firefox), the page hears what was seen.
    if (options.tells_page) top.postMessage({ seen: message.text }, "*");
    answer(message);
    if (press === null && document.getElementById("panel").hidden) show("chip");
    if (options.fix_at && message.text.endsWith(options.fix_at)) {
      options.fix_at = null; // Once: undoing it must not bring it back.
      setTimeout(fix, 100);
    }
  },
  press: (message) => {
    if (options.die_on_press) return location.replace("about:blank");
    press = message.press;
    show("pause");
    document.getElementById("edit").focus();
    // Where a test cannot reach into the frame (Firefox), the frame decides by itself.
    if (options.decide) setTimeout(() => decide(options.decide), options.decide_ms);
  },
  open: () => show("panel"),
  escape: () => decide("edit"),
  action: (message) => {
    if (options.action_pause) {
      press = message.press;
      show("pause");
    } else {
      say({ t: "decision", press: message.press, decision: "post" });
    }
  },
};

function decide(decision) {
  if (press === null) return;
  const decided = press;
  press = null;
  for (let i = 0; i < (options.repeat_decision ?? 1); i += 1) say({ t: "decision", press: decided, decision });
  show("chip");
}

/** Every known word becomes "[out]", or goes when the test says so. */
function fix() {
  const replacement = options.replacement ?? "[out]";
  const edits = marksOf(latest.text).map(({ utf16_start, utf16_end }) => ({ utf16_start, utf16_end, replacement }));
  say({ t: "fix", box: latest.box, revision: latest.revision, edits });
}

document.getElementById("edit").onclick = () => decide("edit");
document.getElementById("post").onclick = () => decide("post");
document.getElementById("fix").onclick = fix;
document.getElementById("insert").onclick = () => say({ t: "insert", box: latest.box, text: " template" });
document.getElementById("close").onclick = () => { show("chip"); say({ t: "focus", box: latest.box }); };
document.addEventListener("keydown", (event) => { if (event.key === "Escape") decide("edit"); });
globalThis.sayAs = say;

const early = [];
const nonce = chrome.runtime.sendMessage({ t: "nonce", slot: location.hash.slice(1) });
const take = (event) => early.push(event);
addEventListener("message", take);
nonce.then((answer) => {
  const accept = (event) => {
    if (port || event.source !== parent || event.data?.primum !== answer.nonce || event.ports.length !== 1) return;
    port = event.ports[0];
    removeEventListener("message", accept);
    port.onmessage = ({ data }) => {
      heard.push(data);
      HEAR[data.t]?.(data);
    };
  };
  removeEventListener("message", take);
  addEventListener("message", accept);
  early.forEach(accept);
});
