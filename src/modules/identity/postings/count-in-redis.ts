import type { Redis } from "@/platform/redis/open-redis.ts";
import type { Counter } from "../rules/attempt-limits.ts";

// Looks at all counters, then counts on all or on none. ARGV holds, for each key, its limit and its life in milliseconds.
const COUNT = `
local full = {}
for i, key in ipairs(KEYS) do
  if tonumber(redis.call("GET", key) or "0") >= tonumber(ARGV[2 * i - 1]) then full[#full + 1] = i end
end
if #full > 0 then return full end
for i, key in ipairs(KEYS) do
  redis.call("INCR", key)
  redis.call("PEXPIRE", key, ARGV[2 * i])
end
return full`;

// A counter that is gone, or was lost with the memory of Redis, must not be left below nothing.
const GIVE_BACK = `
for _, key in ipairs(KEYS) do
  if tonumber(redis.call("GET", key) or "0") > 0 then redis.call("DECR", key) end
end
return 0`;

/** What count-in-database.ts does, in Redis as one step. Rejects when Redis is not there. */
export async function countInRedis(redis: Redis, counters: readonly Counter[]): Promise<Counter[]> {
  const values = counters.flatMap(({ most, seconds }) => [String(most), String(2_000 * seconds)]);
  const full = (await redis.run(COUNT, counters.map(keyOf), values)) as number[];
  return full.map((place) => counters[place - 1]!);
}

export async function giveBackInRedis(redis: Redis, counters: readonly Counter[]): Promise<void> {
  await redis.run(GIVE_BACK, counters.map(keyOf), []);
}

/** The braces keep what is counted together on one node of a cluster. */
function keyOf({ key, startsAt }: Counter): string {
  return `{mostrador:attempts}:${key}:${startsAt.getTime()}`;
}
