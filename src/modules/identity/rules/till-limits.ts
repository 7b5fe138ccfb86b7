import type { AttemptLimit } from "./attempt-limits.ts";

const DAY_MS = 86_400_000;

/** A till that nobody used for this long was put away or carried off: it is shared anew. */
export const TILL_IDLE_MS = 60 * DAY_MS;

/** How long a browser keeps its cookie; the row says earlier when it is over. */
export const TILL_COOKIE_MS = 365 * DAY_MS;

/** Wrong PINs at one till: a slip costs nothing, ten thousand tries would take ten days. */
export const PINS_BY_TILL: readonly AttemptLimit[] = [
  { seconds: 30, most: 5 },
  { seconds: 600, most: 15 },
  { seconds: 3_600, most: 40 },
];

/** And at all tills of a shop together, so that a carried-off row of tills is no faster way. */
export const PINS_BY_SHOP: readonly AttemptLimit[] = [
  { seconds: 60, most: 20 },
  { seconds: 3_600, most: 100 },
];

/** PINs that a person tries to choose: each refusal tells that the PIN may be somebody's. */
export const PIN_CHOICES: readonly AttemptLimit[] = [{ seconds: 3_600, most: 10 }];
