// How much processor time a piece of work takes. The clock on the wall would count what others do on the machine.
import { readFileSync } from "node:fs";
import { cpuUsage, pid } from "node:process";

// A sample is repeated until it is long against the grain of processor time, which some systems count in ticks of 4 ms.
const SAMPLE_MS = 40;
// Every text is read before the first sample, and long enough that compilers are done: processor time counts their threads
// as well. Measured: after 0.6 seconds a check of 280 characters took 0.25 ms, after three 0.12; redact-pii 0.21 and 0.14.
const WARM_MS = 4_000;

/** @typedef {{ median: number, p95: number, spread: number, best: number, samples: number }} Timing milliseconds for one text; spread is the middle half's width over the median, best the fastest tenth's slowest */

const MICROSECONDS_PER_MILLISECOND = 1000;
const NANOSECONDS_PER_MILLISECOND = 1e6;

/** Milliseconds this process has worked. */
export function worked() {
  const { user, system } = cpuUsage();
  return (user + system) / MICROSECONDS_PER_MILLISECOND;
}

/** The same of the thread that JavaScript runs on, without those that compile beside it; all of them where the system does not tell. */
export function workedByThread() {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / NANOSECONDS_PER_MILLISECOND;
  } catch {
    return worked();
  }
}

/** Runs `work` over `texts` in turn for about `milliseconds`. @returns {Promise<Timing>} */
export async function measure(texts, work, milliseconds) {
  let at = 0;
  const once = async () => {
    const answer = work(texts[at % texts.length]);
    if (answer instanceof Promise) await answer;
    at += 1;
  };
  const warm = worked();
  let rounds = 0;
  do {
    await once();
    rounds += 1;
  } while (rounds < texts.length || worked() - warm < WARM_MS);
  // How many fit a sample is told by a round over all texts: the warm-up had first readings in it.
  const before = worked();
  for (let text = 0; text < texts.length; text += 1) await once();
  const each = Math.max(1, Math.round((SAMPLE_MS * texts.length) / Math.max(1, worked() - before)));
  const samples = [];
  const begun = worked();
  do {
    const start = worked();
    for (let round = 0; round < each; round += 1) await once();
    samples.push((worked() - start) / each);
  } while (worked() - begun < milliseconds);
  return summary(samples);
}

/** @param {number[]} samples @returns {Timing} */
export function summary(samples) {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const median = at(0.5);
  return { median, p95: at(0.95), spread: (at(0.75) - at(0.25)) / median, best: at(0.1), samples: sorted.length };
}
