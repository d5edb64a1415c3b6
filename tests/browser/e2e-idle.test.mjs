// While nobody types, nothing of the shipping build runs: not one call of a function of the page script or the frame,
// counted by the browser's own profiler in both worlds. A timer, a message or an observer that fires would be one.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { boxOf, pause } from "./harness/index.mjs";
import { freshPages, openPanel, primumFrame, shown, write } from "./e2e-harness.mjs";
import { marksAre } from "./page-harness.mjs";

/** Marks close to one another: some share a look at what covers them. */
const RISKY = "I treated a kindergarten teacher from Dunmore, 34, last Tuesday, ruptured ectopic.";
const MARKED = [["kindergarten teacher", "stop"], ["Dunmore", "stop"], ["34", "stop"], ["last Tuesday", "stop"]];
/** What a key starts (typing pause, second looks at what covers a mark, announcements) is over by then. */
const SETTLED_MS = 2500;
const IDLE_MS = 3000;

/** The browser, collecting garbage, tells the core's bindings of callbacks that nobody holds any more: its work, not ours. */
const GARBAGE = "CLOSURE_DTORS";

/** A counter of calls into our own scripts behind one session of the debugger. */
async function counter(client) {
  await client.send("Profiler.enable");
  await client.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  return async () => {
    const { result } = await client.send("Profiler.takePreciseCoverage");
    const ours = result.filter(({ url }) => url.startsWith("chrome-extension://"));
    const calls = ours.flatMap(({ functions }) => functions.map(({ functionName, ranges }) => [functionName, ranges[0].count]));
    return calls.filter(([name, count]) => count > 0 && name !== GARBAGE);
  };
}

describe("an idle page", () => {
  let page;
  const fresh = freshPages();
  beforeEach(async () => {
    ({ page } = await fresh());
  });

  for (const [box, view] of [["x-home", "chip"], ["x-home", "panel"], ["facebook-post", "chip"]]) {
    test(`${box}, ${view} open: no work of ours`, async () => {
      await write(page, box, RISKY);
      await shown(page, "chip", (words) => words.includes("Stop"));
      await marksAre(page, boxOf(box).editor, MARKED, ["stop"]);
      const context = page.context();
      const ofPage = await counter(await context.newCDPSession(page));
      const ofFrame = await counter(await context.newCDPSession(await primumFrame(page)));
      // That the counters count: a key is heard on the page and checked in the frame.
      await page.keyboard.type("!");
      await pause(SETTLED_MS);
      assert.ok((await ofPage()).length > 0 && (await ofFrame()).length > 0, "both counters see a key");
      if (view === "panel") {
        await openPanel(page);
        await pause(SETTLED_MS);
      }
      await Promise.all([ofPage(), ofFrame()]);
      await pause(IDLE_MS);
      assert.deepEqual(await ofPage(), [], "calls in the page script");
      assert.deepEqual(await ofFrame(), [], "calls in the frame");
    });
  }
});
