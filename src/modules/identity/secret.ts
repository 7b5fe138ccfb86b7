import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, as text for a cookie or a token. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. Unsalted, because 256 random bits cannot be guessed from their hash. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
