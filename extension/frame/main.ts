// The frame's entry: the page script's port is awaited while the core loads.
// A core that does not load closes the port, so that the page shows "not checked" at once.
import { Announcer } from "./announcer";
import { type Core, loadCoreForPolicy } from "./core";
import { takePort } from "./handover";
import { chosenLanguage, uiLanguage, useLanguage } from "./language";
import { readContent } from "../pages/content";
import { Watchdog } from "./watchdog";

async function start(): Promise<void> {
  const awaited = takePort();
  try {
    const [core, language] = await Promise.all([loadCoreForPolicy(), chosenLanguage()]);
    await useLanguage(core, language);
    const port = await awaited;
    const watchdog = new Watchdog(port);
    const announcer = new Announcer();
    const say = (message: unknown): void => {
      if (!announcer.takes(message)) port.postMessage(message);
    };
    await new Promise<void>((ready) => core.start(say, ready));
    port.onmessage = ({ data }) => watchdog.guard(() => core.hear(data));
    answerPopup(core, watchdog);
    void giveTexts(core, watchdog, language);
  } catch (error) {
    (await awaited).close();
    throw error;
  }
}

/** Texts to put in and the rules' words: not needed for any check, so they come when the frame is at work already. */
async function giveTexts(core: Core, watchdog: Watchdog, language: string): Promise<void> {
  try {
    const content = await readContent(language || uiLanguage(), ["templates", "rules"]);
    watchdog.guard(() => core.take_content(content));
  } catch {
    // Files that cannot be read leave the texts out, and the rules' words in English.
  }
}

type Asked = { t?: unknown; text?: unknown } | null;

/** The popup asks what the open draft shows (a verdict and rules, never its words), or puts a text into it. */
function answerPopup(core: Core, watchdog: Watchdog): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const isOurs = sender.id === chrome.runtime.id && sender.tab === undefined;
    const asked = message as Asked;
    if (!isOurs) return false;
    // A frame without a draft leaves the answer to another frame of the tab.
    const described: unknown = watchdog.guard(() => core.describe());
    if (!described) return false;
    if (asked?.t === "describe") answer(described);
    if (asked?.t === "insert" && typeof asked.text === "string") {
      const { text } = asked;
      watchdog.guard(() => core.insert(text));
      answer(true);
    }
    return false;
  });
}

void start();
