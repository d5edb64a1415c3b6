// The popup as the browser opens it from the toolbar button. Playwright does not hand it out as a page, so it is
// spoken to by the debugger's own messages.
import { until } from "./harness/index.mjs";

/** Longer than a busy machine needs to answer. */
const ANSWER_MS = 10_000;

const ours = ({ url }) => url.endsWith("/popup.html");

/** Opens the popup over `page`, which has to be in front. */
export async function openPopup(browser, page) {
  await page.bringToFront();
  const [worker] = browser.context.serviceWorkers();
  await worker.evaluate(() => /** @type {any} */ (globalThis).chrome.action.openPopup());
  const client = await browser.context.newCDPSession(page);
  const targets = async () => (await client.send("Target.getTargets")).targetInfos.filter(ours);
  const [target] = await until(targets, (found) => found.length === 1, { what: "the popup" });
  // Not "flatten": Playwright would not know the session.
  const { sessionId } = await client.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
  const waiting = new Map();
  client.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  // A click may close the popup before it is answered.
  client.on("Target.detachedFromTarget", () => { for (const answer of waiting.values()) answer({ result: {} }); });
  let last = 0;
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, resolve);
    setTimeout(() => reject(new Error(`the popup did not answer ${method} within ${ANSWER_MS} ms`)), ANSWER_MS);
    client.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: last, method, params }) }).catch(reject);
  });
  /** @param {string} expression */
  const evaluate = async (expression) => /** @type {any} */ (await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true })).result.value;
  await until(() => evaluate("document.querySelector('#main')?.childElementCount ?? 0"), (count) => count > 0, { what: "the popup to be drawn" });
  return {
    evaluate,
    words: () => evaluate("document.querySelector('#main').innerText"),
    click: (selector) => evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`),
    /** A picture of what the popup's window shows. */
    picture: async () => Buffer.from(/** @type {any} */ (await send("Page.captureScreenshot")).data, "base64"),
    isOpen: async () => (await targets()).length > 0,
  };
}
