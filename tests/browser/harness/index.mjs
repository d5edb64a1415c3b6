// The browser test harness: one import for tests.
export { launchChromium } from "./chromium.mjs";
export { launchFirefox } from "./firefox.mjs";
export { closeFirstRun } from "./firstrun.mjs";
export { BOXES, boxOf, clickFirst, modelText, openBox, post, press, typeInto } from "./boxes.mjs";
export { pause, postedExactly, until } from "./wait.mjs";
