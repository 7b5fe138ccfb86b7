import { newId } from "@/kernel/id.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Membership } from "../queries/find-membership.ts";
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, SESSIONS_PER_PERSON } from "../rules/session-limits.ts";
import { hashSecret, newSecret } from "../secret.ts";
import type { Visitor } from "../visitor.ts";

/** Opens a session in a membership's tenant and answers the secret for the cookie, which exists nowhere else. */
export async function startSession(db: Pick<ControlDb, "execute">, { userId, tenantId, authVersion }: Pick<Membership, "userId" | "tenantId" | "authVersion">, visitor: Visitor): Promise<string> {
  const secret = newSecret();
  const { now } = visitor;
  const idleUntil = new Date(now.getTime() + SESSION_IDLE_MS);
  const until = new Date(now.getTime() + SESSION_ABSOLUTE_MS);
  await db.execute(sql`
    INSERT INTO session (id, token_hash, user_id, active_tenant_id, auth_version, user_agent, address, created_at, last_seen_at, idle_expires_at, absolute_expires_at)
    VALUES (${newId(now.getTime())}, ${hashSecret(secret)}, ${userId}, ${tenantId}, ${authVersion}, ${visitor.userAgent}, ${visitor.address}, ${now}, ${now}, ${idleUntil}, ${until})`);
  await db.execute(sql`
    UPDATE session SET revoked_at = ${now} WHERE id IN (
      SELECT id FROM session WHERE user_id = ${userId} AND revoked_at IS NULL ORDER BY last_seen_at DESC, id DESC OFFSET ${SESSIONS_PER_PERSON} FOR UPDATE SKIP LOCKED)`);
  await db.execute(sql`UPDATE membership SET last_used_at = ${now} WHERE user_id = ${userId} AND tenant_id = ${tenantId}`);
  return secret;
}
