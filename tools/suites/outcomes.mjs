// What the runs of the Node test files told, pass after pass.
import { basename } from "node:path";

/** What stands for a whole file that broke off. */
const WHOLE_FILE = "the file itself";

/**
 * The tests of one run of one file, by the names of their suites and their own.
 * @param {string} file
 * @param {{ type: string, data: any }[]} events of node:test, in the order given
 * @returns {{ passed: Set<string>, failed: Set<string>, skipped: Set<string>, tests: Set<string> }} `tests` without the suites
 */
export function outcomeOf(file, events) {
  const outcome = { passed: new Set(), failed: new Set(), skipped: new Set(), tests: new Set() };
  const names = [];
  for (const { type, data } of events) {
    if (type === "test:start") names.splice(data.nesting, names.length, data.name);
    if (type !== "test:pass" && type !== "test:fail") continue;
    // The runner names a file that broke off by its path.
    const isFile = data.nesting === 0 && data.name.endsWith(basename(file));
    const name = [file, ...(isFile ? [WHOLE_FILE] : [...names.slice(0, data.nesting), data.name])].join(" › ");
    const isOfItself = data.details?.error?.failureType !== "subtestsFailed";
    if (type === "test:fail" && isOfItself) outcome.failed.add(name);
    if (type === "test:pass") outcome.passed.add(name);
    if (isFile || data.details?.type === "suite") continue;
    (data.skip === undefined ? outcome.tests : outcome.skipped).add(name);
  }
  const whole = `${file} › ${WHOLE_FILE}`;
  if (!outcome.failed.has(whole)) outcome.passed.add(whole);
  return outcome;
}

/** Failures over several passes: a test has failed when it never passed. */
export class Passes {
  #failed = new Set();
  #passed = new Set();
  #tests = new Set();
  #skipped = new Set();

  /** @param {ReturnType<typeof outcomeOf>[]} outcomes of one pass */
  add(outcomes) {
    for (const { passed, failed, skipped, tests } of outcomes) {
      passed.forEach((name) => this.#passed.add(name));
      failed.forEach((name) => this.#failed.add(name));
      tests.forEach((name) => this.#tests.add(name));
      skipped.forEach((name) => this.#skipped.add(name));
    }
  }

  /** Names of what never passed. */
  get failed() { return [...this.#failed].filter((name) => !this.#passed.has(name)).sort(); }

  /** Names of what failed, and passed when it ran again. */
  get unsteady() { return [...this.#failed].filter((name) => this.#passed.has(name)).sort(); }

  /** The files that `failed` stands in. */
  get filesToRepeat() { return [...new Set(this.failed.map((name) => name.split(" › ")[0]))]; }

  /** Counts of tests; what failed beside a test (a hook, a whole file) counts as one. */
  get tally() {
    const { failed } = this;
    const passed = [...this.#tests].filter((name) => !failed.includes(name)).length;
    return { passed, failed: failed.length, skipped: this.#skipped.size };
  }
}
