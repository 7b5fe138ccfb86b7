import { createHmac } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { env } from "@/platform/env.ts";
import { COST, inTurn } from "./password.ts";

const SALT_BYTES = 16;

/**
 * What the database keeps of a PIN: argon2id under the server's key, with the shop's own salt. The same PIN gives the same bytes within one
 * shop, so that a PIN alone finds its person and no two can have it; without the key six digits cannot be tried on a stolen database, and
 * another shop's are others. Throws RefusedError "busy" when too many wait.
 */
export function hashPin(tenantId: string, pin: string): Promise<Buffer> {
  return inTurn(() => hashRaw(pin, { ...COST, salt: keyed(`pin-salt:${tenantId}`).subarray(0, SALT_BYTES), secret: keyed("pin-pepper") }));
}

function keyed(name: string): Buffer {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(name).digest();
}
