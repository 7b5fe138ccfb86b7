const DAY_MS = 86_400_000;

/**
 * How long a browser stays signed in. A till is used every day, and a password asked for while customers wait is taped to the monitor
 * within a week; a shop that closes for its holidays does so for two weeks. So two weeks unused, a month at most; a lost device is
 * signed out at once by revoking its row, not by waiting.
 */
export const SESSION_IDLE_MS = 14 * DAY_MS;
export const SESSION_ABSOLUTE_MS = 30 * DAY_MS;

export interface SessionLimits {
  idleMs: number;
  absoluteMs: number;
}

export const WHOLE_LIMITS: SessionLimits = { idleMs: SESSION_IDLE_MS, absoluteMs: SESSION_ABSOLUTE_MS };

/** A turn at the counter and its overtime: typing the PIN again costs two seconds. */
export const PIN_LIMITS: SessionLimits = { idleMs: DAY_MS / 2, absoluteMs: DAY_MS };

/** A person's browsers at once; the oldest is signed out for the next one. */
export const SESSIONS_PER_PERSON = 50;
