const DAY_MS = 86_400_000;

/**
 * How long a browser stays signed in. A till is used every day, and a password asked for while customers wait is taped to the monitor
 * within a week; a shop that closes for its holidays does so for two weeks. So two weeks unused, a month at most; a lost device is
 * signed out at once by revoking its row, not by waiting.
 */
export const SESSION_IDLE_MS = 14 * DAY_MS;
export const SESSION_ABSOLUTE_MS = 30 * DAY_MS;

/** A person's browsers at once; the oldest is signed out for the next one. */
export const SESSIONS_PER_PERSON = 50;
