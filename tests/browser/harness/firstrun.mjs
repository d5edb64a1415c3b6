// The page that a fresh install opens, and how it is put away.
import { until } from "./wait.mjs";

/** How long it may take to open, on a busy machine. */
const OPEN_MS = 10_000;

/**
 * It takes the foreground, seconds after the start; the tab that was in front would then get one animation frame a
 * second, and everything that is drawn would be late.
 * @param {import("playwright-core").BrowserContext} context
 */
export async function closeFirstRun(context) {
  const opened = () => context.pages().find((page) => page.url().includes("options.html#welcome"));
  const page = await until(opened, (found) => found !== undefined, { timeoutMs: OPEN_MS, what: "the first-run page" }).catch(() => undefined);
  await page?.close();
}
