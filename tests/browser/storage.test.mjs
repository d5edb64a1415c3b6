// After a long session on both sites and all pages, the storage holds the keys of docs/storage.md, in the shapes it
// tells of, and no word of what was written, no name of anybody else and no address.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ROOT } from "../../tools/paths.mjs";
import { openPanel, primumFrame, shown } from "./e2e-harness.mjs";
import { boxOf, clickFirst, modelText, openBox, pause, post, press, typeInto, until } from "./harness/index.mjs";
import { launchPages, stored } from "./pages-harness.mjs";

/** @type {Awaited<ReturnType<typeof launchPages>>} */
let browser;
before(async () => {
  browser = await launchPages();
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
after(() => browser?.close());

const DOCS = readFileSync(join(ROOT, "docs/storage.md"), "utf8");
const KEYS = [...DOCS.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
const DRAFTS = {
  "x-home": "Mrs. Lindqvist in bed 12 finally slept, MRN 4839201",
  "x-reply": "Sounds like shingles to me, Zwetschkenbaum, start valaciclovir tonight",
  "x-chat": "Her scan shows a glioblastoma, call Vexholmia clinic",
  "facebook-post": "My patient Quentin Abernathy cried at 4:15 this morning in Dunmore",
  "facebook-comment": "Third frequent flyer of the shift faking chest pain for a sandwich. How ptarmiganesque.",
  "messenger": "Quorlbrant asked about the biopsy again",
};
/** Words that a list of ours could hold by chance are no trace. */
const COMMON = /^(this|again|about|call|tonight|morning|clinic|patient|start|shows|finally|asked)$/;
const TRACES = [
  ...new Set(Object.values(DRAFTS).join(" ").toLowerCase().split(/[^\p{L}\d]+/u)), "zyxwv", "jordan", "ellis", "http", "://", "www.", ".com",
].filter((word) => word.length >= 4 && !COMMON.test(word));
// Longer than the frame's typing pause, after which it does all that it does.
const SETTLED_MS = 1700;

async function session(box, then) {
  const page = await browser.newPage();
  await openBox(page, box);
  await typeInto(page, box, DRAFTS[box]);
  await until(() => modelText(page, box), (text) => text === DRAFTS[box], { what: "the draft" });
  await shown(page, "chip", (words) => !words.includes("Watching"));
  await pause(SETTLED_MS);
  const frame = await primumFrame(page);
  const act = (name) => frame.click(`[data-act='${name}']`);
  const actIfAsked = async (name) => { if (await frame.$(`[data-act='${name}']`)) await act(name); };
  await then({ page, frame, act, actIfAsked });
  await page.close();
}

/** Everything that can be done beside a draft, one after the other. */
const SESSIONS = {
  "x-home": async (on) => {
    await post(on.page, "x-home", "ctrl-enter");
    await shown(on.page, "pause");
    await on.act("save");
    await on.act("edit");
    await shown(on.page, "chip");
    await openPanel(on.page);
    await on.act("personal");
    await on.act("fix 0 0");
  },
  "x-reply": async (on) => {
    await openPanel(on.page);
    await on.act("thread");
    await on.act("ask_reviewer");
    await on.act("ask_communications");
    await on.act("close");
    await clickFirst(on.page, "[data-testid=like]");
    await clickFirst(on.page, "[data-testid=SearchBox_Search_Input]");
    await on.page.keyboard.type("zyxwv Jordan Ellis");
    await press(on.page, "Enter");
  },
  "x-chat": async (on) => {
    await openPanel(on.page);
    await on.act("texts");
    await on.act("insert 0");
  },
  "facebook-post": async (on) => {
    await post(on.page, "facebook-post", "click");
    await shown(on.page, "pause");
    await on.actIfAsked("other");
    await until(() => on.frame.isDisabled("[data-act=post]"), (disabled) => !disabled, { timeoutMs: 8000, what: "the way on" });
    await on.act("post");
    await until(() => browser.posted().length, (count) => count > 0, { what: "the post" });
  },
  "facebook-comment": async (on) => {
    await openPanel(on.page);
    await on.act("dismiss 0");
  },
  "messenger": async (on) => {
    await openPanel(on.page);
    await on.actIfAsked("not_now");
    await on.act("thread");
    await on.act("close");
    await clickFirst(on.page, boxOf("messenger").editor);
    await press(on.page, "Enter");
  },
};

async function connect() {
  const page = await browser.newPage();
  await page.goto("https://www.facebook.com/friends/requests?as=person");
  await clickFirst(page, ".request .primary");
  await shown(page, "request");
  const frame = await primumFrame(page);
  await frame.click("[data-act=former_patient]");
  await frame.click("[data-act=copy_decline]");
  await frame.click("[data-act=post]");
  await pause(SETTLED_MS);
  await page.close();
}

async function walkThePages() {
  const practice = await browser.open("practice.html");
  await practice.fill("[data-field=text]", `zyxwv ${DRAFTS["x-home"]}`);
  await practice.selectOption("[data-field=surface]", "reply");
  await practice.fill("[data-field=parent]", "zyxwv Jordan Ellis");
  await practice.click("[data-act='exercise 2']");
  await practice.click("[data-act='choose 1']");
  const options = await browser.open("options.html#welcome");
  for (const step of [1, 2]) await options.click(`[data-act='step ${step}']`);
  await options.selectOption("[data-field=discipline]", "nursing");
  await options.click("[data-act='step 3']");
  const goTo = async (section) => options.evaluate((name) => { location.hash = name; }, section);
  await goTo("templates");
  await options.click("#template-decline-friend-request summary");
  await options.fill("#text-decline-friend-request", "A kind no, zyxwv");
  await options.click("[data-act='copy decline-friend-request']");
  await goTo("cards");
  await options.click("[data-act='read why-prompts']");
  await options.click("[data-act='never refresher']");
  await goTo("habits");
  await options.selectOption("[data-field=small_community]", "yes");
  await goTo("look");
  await options.selectOption("[data-field=look]", "dark");
  return until(() => stored(options), (all) => all.preferences?.look === "dark", { what: "the settings to be kept" });
}

const isCount = (value) => Number.isInteger(value) && value >= 0;
const isTime = (value) => typeof value === "number" && value >= 0;
const each = (value, key, test) => Object.entries(value).every(([name, one]) => key.test(name) && test(one));
/** What docs/storage.md says of each key, to the last leaf. */
const SHAPES = {
  kept: ({ profiles, silenced, asked_day, layouts = [], ...rest }) =>
    Object.keys(rest).length === 0 && isCount(asked_day) && layouts.every((line) => /^[a-z]+\.[a-z_]+ \S+ \d{4}-\d\d$/.test(line)) && each(silenced, /^[a-z-]+$/, isTime)
    && each(profiles, /^(x|facebook):(@\w+|\d+)$/, (one) => ["personal", "professional", "both", "alias", "unknown"].includes(one)),
  preferences: (own) => each(own, /^(look|language|discipline|welcome|reminders|cards_read|installed_ms|small_community|pause_seconds|quiet_chip|counts_off|sites_off|acknowledged)$/, () => true)
    && own.cards_read.every((id) => /^[a-z-]+$/.test(id)) && each(own.reminders, /^[a-z-]+$/, (said) => said === "never" || isTime(said.done)),
  statistics: (months) => each(months, /^\d{4}-\d\d$/, (rules) => each(rules, /^[a-z-]+$/, (outcomes) => each(outcomes, /^[a-z_]+$/, isCount))),
  resting: (sites) => each(sites, /^(x|facebook)$/, isTime),
  policy: (given) => Object.keys(given).length === 0,
};

test("a long session leaves the documented keys in their documented shapes, and no trace of what was written", { timeout: 240_000 }, async () => {
  assert.deepEqual(KEYS, ["kept", "policy", "preferences", "statistics", "resting"]);
  for (const [box, then] of Object.entries(SESSIONS)) await session(box, then);
  await connect();
  const kept = await walkThePages();
  assert.deepEqual(Object.keys(kept).filter((key) => !KEYS.includes(key)), []);
  for (const [key, value] of Object.entries(kept)) assert.ok(SHAPES[key](value), `${key}: ${JSON.stringify(value)}`);
  assert.ok(Object.keys(kept.statistics).length > 0, "held posts are counted");
  assert.ok(Object.values(kept.kept.profiles).includes("personal") && kept.kept.asked_day > 0, "what is to be kept is kept");
  const all = JSON.stringify(kept).toLowerCase();
  assert.deepEqual(TRACES.filter((word) => all.includes(word)), []);
});
