// One Chromium for a test file, without the extension: what the practice pages' own tests share.
import { after, before, beforeEach } from "node:test";
import { launchChromium } from "./chromium.mjs";
import { postedExactly } from "./wait.mjs";

/** Registers the hooks and returns what tests use; `page` and `browser` are there once they run. */
export function practiceSuite() {
  const suite = {
    /** @type {Awaited<ReturnType<typeof launchChromium>>} */
    browser: /** @type {any} */ (null),
    /** @type {import("playwright-core").Page} */
    page: /** @type {any} */ (null),
    count: (selector) => suite.page.evaluate((s) => document.querySelectorAll(s).length, selector),
    postedOnce: async () => (await postedExactly(suite.browser, 1))[0],
  };
  before(async () => {
    suite.browser = await launchChromium();
    suite.page = await suite.browser.newPage();
  });
  after(() => suite.browser?.close());
  beforeEach(() => suite.browser.reset());
  return suite;
}

// The smallest picture there is: one transparent pixel.
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64");

/** A photo to choose in a file input. */
export const PHOTO = { name: "photo.gif", mimeType: "image/gif", buffer: PIXEL };
