import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/platform/env.ts";

/** 256 random bits, as text for a cookie or a token. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. Unsalted, because 256 random bits cannot be guessed from their hash. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/**
 * The secret that belongs to a name ("invitation:<id>:<round>"), made from the server's key: it can be shown again without being kept,
 * and nobody who reads the database can make it.
 */
export function derivedSecret(name: string): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET).update(`derived:${name}`).digest("base64url");
}
