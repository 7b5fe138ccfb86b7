import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Counter } from "../rules/attempt-limits.ts";

type Db = Pick<ControlDb, "rows" | "execute">;

const KEEP_DAYS = 2;
const CLEAN_ONE_IN = 500;

/**
 * Counts one attempt on each counter in one statement, so that a burst of parallel guesses cannot all look before the first is counted.
 * Answers the counters that were full; then none of them keeps the attempt.
 */
export async function countInDatabase(db: Db, counters: readonly Counter[], now: Date): Promise<Counter[]> {
  const { keys, startsAt } = columnsOf(counters);
  const hits = await db.rows<{ key: string; hits: number }>(sql`
    INSERT INTO rate_limit (key, window_at, hits) SELECT key, window_at, 1 FROM unnest(${keys}::text[], ${startsAt}::timestamptz[]) AS claim (key, window_at)
    ON CONFLICT (key, window_at) DO UPDATE SET hits = rate_limit.hits + 1 RETURNING key, hits`);
  if (Math.random() * CLEAN_ONE_IN < 1) await forgetOld(db, now);
  const full = counters.filter(({ key, most }) => hits.some((hit) => hit.key === key && hit.hits > most));
  if (full.length > 0) await giveBackInDatabase(db, counters);
  return full;
}

export async function giveBackInDatabase(db: Pick<ControlDb, "execute">, counters: readonly Counter[]): Promise<void> {
  const { keys, startsAt } = columnsOf(counters);
  // An upsert like the claim, because it takes the rows' locks in the same order.
  await db.execute(sql`
    INSERT INTO rate_limit (key, window_at, hits) SELECT key, window_at, 0 FROM unnest(${keys}::text[], ${startsAt}::timestamptz[]) AS claim (key, window_at)
    ON CONFLICT (key, window_at) DO UPDATE SET hits = greatest(rate_limit.hits - 1, 0)`);
}

function columnsOf(counters: readonly Counter[]): { keys: string[]; startsAt: Date[] } {
  return { keys: counters.map(({ key }) => key), startsAt: counters.map(({ startsAt }) => startsAt) };
}

async function forgetOld(db: Pick<ControlDb, "execute">, now: Date): Promise<void> {
  await db.execute(sql`DELETE FROM rate_limit WHERE window_at < ${new Date(now.getTime() - KEEP_DAYS * 86_400_000)}`);
}
