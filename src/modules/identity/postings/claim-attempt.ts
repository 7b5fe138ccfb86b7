import { createHmac } from "node:crypto";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";
import { stretchesAt, type AttemptLimit } from "../rules/attempt-limits.ts";

export interface Claim {
  /** "sign-in", "sign-up"… */
  purpose: string;
  /** Whom it is counted for; stored as a keyed hash only. */
  subject: string;
  limits: readonly AttemptLimit[];
  scale?: number;
}

/** An attempt that was counted before it was made, and may be given back when it turns out honest. */
export interface ClaimedAttempt {
  keys: string[];
  startsAt: Date[];
}

const KEEP_DAYS = 2;
const CLEAN_ONE_IN = 500;

/**
 * Counts an attempt before its costly part, in one statement, so that a burst of parallel guesses cannot all look before the first is
 * counted. Refuses with rate_limited and the seconds to wait when any stretch is full; an attempt that was refused is taken out
 * again, so that impatience does not lengthen the wait.
 */
export async function claimAttempt(db: Pick<ControlDb, "rows" | "execute">, claims: readonly Claim[], now: Date): Promise<Result<ClaimedAttempt>> {
  const counted = claims
    .flatMap(({ purpose, subject, limits, scale = 1 }) =>
      stretchesAt(limits, now, scale * env.RATE_LIMIT_SCALE).map((stretch) => ({ ...stretch, key: keyOf(`${purpose}:${stretch.seconds}:${subject}`) })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1)); // one order of locks for everybody
  const keys = counted.map(({ key }) => key);
  const startsAt = counted.map((stretch) => stretch.startsAt);
  const hits = await db.rows<{ key: string; hits: number }>(sql`
    INSERT INTO rate_limit (key, window_at, hits) SELECT key, window_at, 1 FROM unnest(${keys}::text[], ${startsAt}::timestamptz[]) AS claim (key, window_at)
    ON CONFLICT (key, window_at) DO UPDATE SET hits = rate_limit.hits + 1 RETURNING key, hits`);
  if (Math.random() * CLEAN_ONE_IN < 1) await forgetOld(db, now);
  const full = counted.filter(({ key, most }) => hits.some((hit) => hit.key === key && hit.hits > most));
  if (full.length === 0) return accept({ keys, startsAt });
  await giveBackAttempt(db, { keys, startsAt });
  const until = Math.max(...full.map(({ endsAt }) => endsAt.getTime()));
  return refuse("rate_limited", { params: { seconds: Math.max(1, Math.ceil((until - now.getTime()) / 1_000)) } });
}

/** Takes an honest attempt out of the count. */
export async function giveBackAttempt(db: Pick<ControlDb, "execute">, { keys, startsAt }: ClaimedAttempt): Promise<void> {
  // An upsert like the claim, because it takes the rows' locks in the same order.
  await db.execute(sql`
    INSERT INTO rate_limit (key, window_at, hits) SELECT key, window_at, 0 FROM unnest(${keys}::text[], ${startsAt}::timestamptz[]) AS claim (key, window_at)
    ON CONFLICT (key, window_at) DO UPDATE SET hits = greatest(rate_limit.hits - 1, 0)`);
}

function keyOf(text: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`rate-limit:${text}`).digest("base64url");
}

async function forgetOld(db: Pick<ControlDb, "execute">, now: Date): Promise<void> {
  await db.execute(sql`DELETE FROM rate_limit WHERE window_at < ${new Date(now.getTime() - KEEP_DAYS * 86_400_000)}`);
}
