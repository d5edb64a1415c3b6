// What the frame tells of the policy, and what holds until it has.
export type Config = { wait_ms: number; fail: "open" | "closed"; watch: boolean; actions: boolean; reminders: boolean };

/** Until the frame has told the policy: the defaults of the contract, the page keeps working. */
export const DEFAULTS: Config = { wait_ms: 300, fail: "open", watch: true, actions: false, reminders: false };
