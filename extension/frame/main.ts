// The frame's entry: the page script's port is awaited while the core loads.
// A core that does not load closes the port, so that the page shows "not checked" at once.
import { Announcer } from "./announcer";
import { type Core, loadCoreForPolicy } from "./core";
import { takePort } from "./handover";
import { chosenLanguage, useLanguage } from "./language";
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
  } catch (error) {
    (await awaited).close();
    throw error;
  }
}

/** The popup asks what the open draft shows: a verdict and rules, never its words. */
function answerPopup(core: Core, watchdog: Watchdog): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const isOurs = sender.id === chrome.runtime.id && sender.tab === undefined;
    if (!isOurs || (message as { t?: unknown } | null)?.t !== "describe") return false;
    const described: unknown = watchdog.guard(() => core.describe());
    // A frame without a draft leaves the answer to another frame of the tab.
    if (described) answer(described);
    return false;
  });
}

void start();
