// What a core and a package may weigh.

/** @typedef {{ raw: number, brotli: number }} Budget bytes */

// The design asked for 1,200 kB raw and 450 kB brotli beside a compose box. The lists and the learned
// evidence that detection needs take more (ARCHITECTURE.md, "Budgets"); these hold what is reached.
/** @type {Record<string, Budget>} */
export const HELD = {
  "primum_bg.wasm": { raw: 2_100_000, brotli: 820_000 },
  // With the pages and an institution's patterns: no compose box waits for it, but where a policy has patterns.
  "primum_full_bg.wasm": { raw: 2_640_000, brotli: 970_000 },
};

/** Bytes of the archive that a store or an administrator hands out: the two cores, and room for a list or two. */
export const PACKAGE = 2_375_000;
