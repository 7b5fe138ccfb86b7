import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/platform/env.ts";

const NONCE = 12;
const TAG = 16;

/** A text that the database keeps and only the server reads (AES-256-GCM). `purpose` is part of it: a seal of one kind opens as no other. */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Null for a text that was altered, or sealed elsewhere or for another purpose. */
export function unseal(sealed: string, purpose: string): string | null {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function keyOf(purpose: string): Buffer {
  return createHash("sha256").update(`seal:${purpose}:${env.NEXTAUTH_SECRET}`).digest();
}
