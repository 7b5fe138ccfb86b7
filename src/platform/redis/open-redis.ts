import { createClient } from "redis";
import { describeError, log } from "../log.ts";

export interface Redis {
  /** Runs a Lua script, which Redis does as one step. Rejects when Redis is not there or slow to answer; never waits longer than half a second. */
  run(script: string, keys: readonly string[], values: readonly string[]): Promise<unknown>;
  close(): void;
}

/** Redis stands beside what it speeds up: whoever has to wait longer for it is better off without. */
const PATIENCE_MS = 500;
/** After a failure nobody asks again for this long, so that a Redis that hangs costs one visitor half a second and not all of them. */
const REST_MS = 2_000;

/** A connection that heals by itself and keeps no process alive. Opened at the first use. */
export function openRedis(url: string): Redis {
  const client = createClient({
    url,
    // What cannot be sent at once fails at once: nobody wants an attempt counted a minute later.
    disableOfflineQueue: true,
    socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: (retries) => Math.min(5_000, 50 * 2 ** Math.min(retries, 10)) },
  });
  let isDown = false;
  let restsUntil = 0;
  const noteDown = (error: unknown) => {
    if (!isDown) log("warn", "redis_down", describeError(error));
    isDown = true;
  };
  client.on("error", noteDown);
  client.on("ready", () => {
    if (isDown) log("info", "redis_back");
    isDown = false;
    restsUntil = 0;
    client.unref();
  });
  let opening: Promise<unknown> | undefined;

  const attempt = async (script: string, keys: readonly string[], values: readonly string[]): Promise<unknown> => {
    await (opening ??= client.connect());
    return client.eval(script, { keys: [...keys], arguments: [...values] });
  };
  return {
    run: async (script, keys, values) => {
      if (Date.now() < restsUntil) throw new Error("Redis rests after a failure");
      try {
        return await within(PATIENCE_MS, attempt(script, keys, values));
      } catch (error) {
        noteDown(error);
        restsUntil = Date.now() + REST_MS;
        throw error;
      }
    },
    close: () => client.destroy(),
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Redis did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
