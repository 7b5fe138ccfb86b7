import { env } from "../env.ts";
import { openRedis, type Redis } from "./open-redis.ts";

// `next dev` evaluates modules again on every change; the connection must survive that.
const held = globalThis as typeof globalThis & { mostradorRedis?: Redis };

/** The process's connection to Redis; null where none is configured. */
export function sharedRedis(): Redis | null {
  return env.REDIS_URL === undefined ? null : (held.mostradorRedis ??= openRedis(env.REDIS_URL));
}
