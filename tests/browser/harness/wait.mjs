// Waiting without page.waitForFunction, which a page's CSP can refuse in Firefox.

const STEP_MS = 20;
/** Several browsers share few cores: what comes at all comes within this. */
const PATIENCE_MS = 10_000;

/**
 * @template T
 * @param {() => T | Promise<T>} probe
 * @param {(value: T) => boolean} enough
 * @param {{ timeoutMs?: number, what?: string }} [options]
 * @returns {Promise<T>}
 */
export async function until(probe, enough, { timeoutMs = PATIENCE_MS, what = "a condition" } = {}) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (enough(value)) return value;
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}, last seen: ${JSON.stringify(value)}`);
    await pause(STEP_MS);
  }
}

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Long enough for a second, wrong post to reach the server before it is counted.
const SETTLE_MS = 150;

/**
 * Waits for `count` posts and then a little longer, so that one too many is seen as well.
 * @param {{ posted: () => any[] }} browser
 * @param {number} count
 */
export async function postedExactly(browser, count) {
  await until(() => browser.posted(), (posts) => posts.length >= count, { what: `${count} post(s)` });
  await pause(SETTLE_MS);
  const posts = browser.posted();
  if (posts.length !== count) throw new Error(`the server received ${posts.length} posts, expected ${count}`);
  return posts;
}
