// Where the browser calls into the page script. An error there would end in nothing: a press that is
// not held, a draft that is not read. It is caught (its words could quote, so they go nowhere) and said.

import { reportStatus } from "./browser";

let say: () => void = () => {};

/** What is done when something of ours failed; should that fail as well, what it did before stands. */
export function onFailure(act: () => void): void {
  say = () => {
    reportStatus("not_checked");
    try {
      act();
    } catch {
      // The page leaves nothing whole; the toolbar button has said it.
    }
  };
}

/** The same function; an error in it is answered with `otherwise`. */
export function guarded<A extends unknown[], R>(work: (...given: A) => R, otherwise: R): (...given: A) => R {
  return (...given) => {
    try {
      return work(...given);
    } catch {
      say();
      return otherwise;
    }
  };
}
