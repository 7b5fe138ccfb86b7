import { createHash } from "node:crypto";

/** What a request stands for: the same id with another content is a mistake to be told. */
export function hashRequest(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("base64url");
}
