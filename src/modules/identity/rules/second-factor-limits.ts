import type { AttemptLimit } from "./attempt-limits.ts";

/** Six digits are a million: at these figures a guess takes years. */
export const CODES_BY_ACCOUNT: readonly AttemptLimit[] = [
  { seconds: 60, most: 5 },
  { seconds: 3_600, most: 20 },
];

/** How long the step between password and code may take. */
export const PENDING_MS = 5 * 60_000;

/** How long after setting up the recovery codes are shown. */
export const CODES_SHOWN_MS = 10 * 60_000;
