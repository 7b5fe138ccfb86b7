import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { RefusedError, refuse } from "@/kernel/refusal.ts";

// argon2id, 19 MiB, 2 passes, 1 lane: OWASP's first choice for a server that also serves other people meanwhile.
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Each hash holds 19 MiB and one of libuv's four threads; two at once leave threads for files and name resolution.
const AT_ONCE = 2;
const MOST_WAITING = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** The stored form (PHC string) of a password. Throws RefusedError "busy" when too many wait. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password belongs to the stored form. Without one, a dummy of the same cost is verified, so that an unknown address takes
 * as long as a known one. Throws RefusedError "busy" when too many wait.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const filler = await (dummy ??= hash(randomBytes(16), COST));
  const matches = await inTurn(() => verify(stored ?? filler, password));
  return matches && stored !== null;
}

/** Runs one hash of COST when its turn comes. Throws RefusedError "busy" when too many wait. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else {
    if (waiting.length >= MOST_WAITING) throw new RefusedError(refuse("busy"));
    // The one who leaves hands its place over, so `running` does not change.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
