import { createHmac } from "node:crypto";
import { refuse, type Result } from "@/kernel/refusal.ts";
import type { RequestFacts } from "@/modules/tenancy/context.ts";
import { env } from "@/platform/env.ts";

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The `Idempotency-Key` of a POST; null without one. */
export function readKey(request: Request): Result<string | null> {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return { ok: true, value: null };
  return KEY.test(key) ? { ok: true, value: key } : refuse("invalid", { fields: [{ path: "Idempotency-Key", code: "invalid" }] });
}

/**
 * The same together with what it stands for: the same key with another request is a mistake to be told. Under the server's key, since a body may
 * hold a PIN: ten thousand hashes are soon tried.
 */
export function claimOf(request: Request, body: string): Result<RequestFacts["idempotency"]> {
  const key = readKey(request);
  if (!key.ok || key.value === null) return key.ok ? { ok: true, value: null } : key;
  const route = new URL(request.url).pathname;
  return { ok: true, value: { key: key.value, route, hash: createHmac("sha256", env.NEXTAUTH_SECRET).update(`${route}\n${body}`).digest("hex") } };
}
