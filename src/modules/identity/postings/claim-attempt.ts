import { createHmac } from "node:crypto";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { env } from "@/platform/env.ts";
import { sharedRedis } from "@/platform/redis/shared-redis.ts";
import { stretchesAt, type AttemptLimit, type Counter } from "../rules/attempt-limits.ts";
import { countInDatabase, giveBackInDatabase } from "./count-in-database.ts";
import { countInRedis, giveBackInRedis } from "./count-in-redis.ts";

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
  counters: readonly Counter[];
  countedIn: "redis" | "database";
}

/**
 * Counts an attempt before its costly part. Refuses with rate_limited and the seconds to wait when any stretch is full; an attempt that
 * was refused is not counted, so that impatience does not lengthen the wait. Redis counts where one is configured and answers, the
 * database otherwise; where neither does, this throws: nobody comes in uncounted.
 */
export async function claimAttempt(db: Pick<ControlDb, "rows" | "execute">, claims: readonly Claim[], now: Date): Promise<Result<ClaimedAttempt>> {
  const counters = claims
    .flatMap(({ purpose, subject, limits, scale = 1 }) =>
      stretchesAt(limits, now, scale * env.RATE_LIMIT_SCALE).map((stretch) => ({ ...stretch, key: keyOf(`${purpose}:${stretch.seconds}:${subject}`) })),
    )
    .sort((a, b) => (a.key < b.key ? -1 : 1)); // one order of locks for everybody
  const inRedis = await tryRedis((redis) => countInRedis(redis, counters));
  const full = inRedis ?? (await countInDatabase(db, counters, now));
  if (full.length === 0) return accept({ counters, countedIn: inRedis ? "redis" : "database" });
  const until = Math.max(...full.map(({ endsAt }) => endsAt.getTime()));
  return refuse("rate_limited", { params: { seconds: Math.max(1, Math.ceil((until - now.getTime()) / 1_000)) } });
}

/** Takes an honest attempt out of the count. One that Redis counted and forgot is lost to nobody. */
export async function giveBackAttempt(db: Pick<ControlDb, "execute">, { counters, countedIn }: ClaimedAttempt): Promise<void> {
  if (countedIn === "database") return giveBackInDatabase(db, counters);
  await tryRedis((redis) => giveBackInRedis(redis, counters));
}

/** Null where Redis is not configured or does not answer; open-redis.ts tells the log. */
async function tryRedis<T>(ask: (redis: NonNullable<ReturnType<typeof sharedRedis>>) => Promise<T>): Promise<T | null> {
  const redis = sharedRedis();
  return redis && ask(redis).catch(() => null);
}

function keyOf(text: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`rate-limit:${text}`).digest("base64url");
}
