// `node tests/browser/demo.mjs EXTENSION_DIR OUT_DIR`: the practice pages with the extension loaded.
// With a display: a window, left open for trying. Without: a scripted draft on every page, its screenshots and a transcript.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { argv, env, exit } from "node:process";
import { fallbackText } from "./page-harness.mjs";
import { BOXES, clickFirst, closeFirstRun, launchChromium, modelText, openBox, pause, post, typeInto, until } from "./harness/index.mjs";

// Long enough for the last key press to be checked and painted; the demonstration shows, it does not measure.
const SETTLE_MS = 700;
const VIEWPORT = { width: 1180, height: 820 };

/** What is typed where: harmless drafts, and one kind of risk per kind of box. Every person is invented. */
const SCENES = [
  { box: "x-home", draft: "Proud of our whole night team. Coffee is on me tomorrow!" },
  { box: "x-home", draft: "Can't stop thinking about Marisol Quintero, 34, who came in on Tuesday with a ruptured ectopic at St. Brendan's." },
  { box: "x-modal", draft: "Anyone seen this before? 34yo F, day 3 post-op, rash on both arms." },
  {
    box: "x-modal-by-navigation", draft: "I treated a kindergarten teacher from Dunmore last Tuesday.",
    thread: ["She is 34 and had a ruptured ectopic.", "Proud of our whole night team."],
  },
  { box: "x-quote", draft: "This. My patients today were such idiots, frequent flyers everywhere." },
  { box: "x-reply", draft: "Sounds like shingles to me. Start valaciclovir 1 g three times a day and DM me a photo of the rash." },
  { box: "x-message", draft: "I can't answer that here. Please call the office, or 911 in an emergency." },
  { box: "x-chat", draft: "Her MRN is 4839201, date of birth 03/14/1961, call her daughter on 555-014-2291." },
  { box: "facebook-post", draft: "Third frequent flyer of the shift faking chest pain for a sandwich. I can't with these people." },
  { box: "facebook-group", draft: "Our new dialysis patient from Dunmore, 34, the weather presenter, cried all shift on Tuesday." },
  { box: "facebook-page", draft: "Our patient Mr. Okafor had his hip replaced here last Thursday and is walking again." },
  { box: "facebook-comment", draft: "So sorry you are going through this, thinking of you." },
  { box: "facebook-review", draft: "We are sorry your root canal with us on May 3rd was painful. Your chart shows you declined the second visit." },
  { box: "messenger", draft: "Your results are back, Marisol: potassium 6.1. Stop the spironolactone today." },
];

// The frame is the extension's: its address is not the page's, and its document can be read by the test driver alone.
const ownFrames = (page) => page.frames().filter((frame) => frame.url().startsWith("chrome-extension://"));

async function wordsOfPrimum(page) {
  const texts = await Promise.all(ownFrames(page).map((frame) => frame.evaluate(() => globalThis.document.body.innerText.trim()).catch(() => "")));
  // The page script's own chip stands in where the frame does not answer.
  const words = [...texts, await fallbackText(page)].filter((text) => text !== "").join("\n");
  return words === "" ? "(says nothing)" : words;
}

/** One more box of a thread on X. */
async function addBox(page, at, text) {
  await clickFirst(page, '#layers [data-testid="addButton"]');
  await clickFirst(page, `#layers [data-testid="tweetTextarea_${at}"]`);
  await page.keyboard.type(text);
}

async function play(browser, scene, name, outDir) {
  const page = await browser.newPage();
  await page.setViewportSize(VIEWPORT);
  try {
    await openBox(page, scene.box);
    await typeInto(page, scene.box, scene.draft);
    await until(() => modelText(page, scene.box), (text) => text === scene.draft, { what: "the draft in the editor" });
    for (const [at, text] of (scene.thread ?? []).entries()) await addBox(page, at + 1, text);
    await pause(SETTLE_MS);
    const said = await wordsOfPrimum(page);
    await page.screenshot({ path: join(outDir, `${name}-written.png`) });
    browser.reset();
    await post(page, scene.box, "click");
    await pause(SETTLE_MS);
    await page.screenshot({ path: join(outDir, `${name}-after-post.png`) });
    return { said, afterPost: await wordsOfPrimum(page), posted: browser.posted().length };
  } finally {
    await page.close();
  }
}

const indent = (text) => text.split("\n").map((line) => `      ${line}`).join("\n");

function transcriptOf(number, scene, outcome) {
  const sent = outcome.posted === 0 ? "held, nothing was sent" : `sent (${outcome.posted})`;
  return [
    `${number}. ${scene.box}: ${BOXES[scene.box]?.url}`,
    `   typed:       ${[scene.draft, ...(scene.thread ?? [])].join(" ⏎ ")}`,
    `   Primum:\n${indent(outcome.said)}`,
    `   Post pressed: ${sent}`,
    `   Primum:\n${indent(outcome.afterPost)}`,
    "",
  ].join("\n");
}

async function script(extensionDir, outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const browser = await launchChromium({ extensionDir });
  const parts = [];
  try {
    await browser.extensionId();
    await closeFirstRun(browser.context);
    for (const [at, scene] of SCENES.entries()) {
      const name = `${String(at + 1).padStart(2, "0")}-${scene.box}`;
      parts.push(transcriptOf(at + 1, scene, await play(browser, scene, name, outDir)));
      console.log(parts.at(-1));
    }
  } finally {
    await browser.close();
  }
  await writeFile(join(outDir, "transcript.txt"), parts.join("\n"));
  console.log(`${SCENES.length * 2} screenshots and transcript.txt are in ${argv[3]}`);
}

async function show(extensionDir) {
  const browser = await launchChromium({ extensionDir, headed: true });
  await closeFirstRun(browser.context);
  for (const id of ["facebook-post", "x-home"]) {
    const page = await browser.newPage();
    await openBox(page, id);
  }
  console.log("Chromium is open on the practice pages: write a draft, press Post. Close the window to end.");
  await new Promise((closed) => browser.context.once("close", closed));
  await browser.server.close();
}

const [extensionDir, outDir] = argv.slice(2);
if (!extensionDir || !outDir) {
  console.error("demo: expected EXTENSION_DIR OUT_DIR");
  exit(2);
}
const hasDisplay = env.PRIMUM_HEADLESS !== "1" && Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
if (hasDisplay) await show(resolve(extensionDir));
else await script(resolve(extensionDir), outDir);
