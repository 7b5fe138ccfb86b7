import { newId } from "@/kernel/id.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import { env } from "@/platform/env.ts";
import type { Membership } from "../queries/find-membership.ts";
import { hashSecret, newSecret } from "../secret.ts";
import type { Visitor } from "../visitor.ts";

/** Opens a family of refresh tokens and answers its first one, which exists nowhere else. */
export async function startTokenFamily(db: Pick<ControlDb, "execute">, { userId, tenantId, authVersion }: Pick<Membership, "userId" | "tenantId" | "authVersion">, { now }: Visitor): Promise<string> {
  const secret = newSecret();
  await db.execute(sql`
    INSERT INTO refresh_token (id, token_hash, family_id, user_id, tenant_id, auth_version, expires_at, created_at, proved_at)
    VALUES (${newId(now.getTime())}, ${hashSecret(secret)}, ${newId()}, ${userId}, ${tenantId}, ${authVersion}, ${refreshExpiry(now)}, ${now}, ${now})`);
  await db.execute(sql`UPDATE membership SET last_used_at = ${now} WHERE user_id = ${userId} AND tenant_id = ${tenantId}`);
  return secret;
}

export function refreshExpiry(now: Date): Date {
  return new Date(now.getTime() + env.REFRESH_TTL_DAYS * 86_400_000);
}
