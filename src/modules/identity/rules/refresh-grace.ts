/**
 * How long a refresh token that was already used still brings the successor that it brought: two tabs refresh at once, or the answer is
 * lost on a bad line. Later, or once the successor itself was used, the old one can only be a copy.
 */
export const REFRESH_GRACE_MS = 30_000;

export type RefreshVerdict = "rotate" | "repeat" | "reuse" | "invalid";

export interface RefreshState {
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
  /** Whether its successor was presented already. */
  successorUsed: boolean;
}

/** What to do with a refresh token that was found. */
export function judgeRefresh({ expiresAt, usedAt, revokedAt, successorUsed }: RefreshState, now: Date): RefreshVerdict {
  if (revokedAt !== null) return "invalid";
  if (usedAt !== null) return !successorUsed && now.getTime() - usedAt.getTime() <= REFRESH_GRACE_MS ? "repeat" : "reuse";
  return expiresAt > now ? "rotate" : "invalid";
}
