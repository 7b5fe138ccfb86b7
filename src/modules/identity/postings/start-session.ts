import { newId } from "@/kernel/id.ts";
import type { ControlDb } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Membership } from "../queries/find-membership.ts";
import { PIN_LIMITS, SESSIONS_PER_PERSON, WHOLE_LIMITS } from "../rules/session-limits.ts";
import { hashSecret, newSecret } from "../secret.ts";
import type { Visitor } from "../visitor.ts";

/** How the person came in: when they showed a password or a code (now, unless it was in an earlier session), or by a PIN at a till. */
type Entry = { provedAt: Date | null } | { tillId: string };

/** Opens a session in a membership's tenant and answers the secret for the cookie, which exists nowhere else. */
export async function startSession(db: Pick<ControlDb, "execute">, { userId, tenantId, authVersion }: Pick<Membership, "userId" | "tenantId" | "authVersion">, visitor: Visitor, entry: Entry = { provedAt: visitor.now }): Promise<string> {
  const secret = newSecret();
  const { now } = visitor;
  const [tillId, provedAt, limits] = "tillId" in entry ? [entry.tillId, null, PIN_LIMITS] : [null, entry.provedAt, WHOLE_LIMITS];
  const idleUntil = new Date(now.getTime() + limits.idleMs);
  const until = new Date(now.getTime() + limits.absoluteMs);
  await db.execute(sql`
    INSERT INTO session (id, token_hash, user_id, active_tenant_id, auth_version, user_agent, address, created_at, last_seen_at, idle_expires_at, absolute_expires_at, till_id, proved_at)
    VALUES (${newId(now.getTime())}, ${hashSecret(secret)}, ${userId}, ${tenantId}, ${authVersion}, ${visitor.userAgent}, ${visitor.address}, ${now}, ${now}, ${idleUntil}, ${until}, ${tillId}::uuid, ${provedAt}::timestamptz)`);
  await db.execute(sql`
    UPDATE session SET revoked_at = ${now} WHERE id IN (
      SELECT id FROM session WHERE user_id = ${userId} AND revoked_at IS NULL ORDER BY last_seen_at DESC, id DESC OFFSET ${SESSIONS_PER_PERSON} FOR UPDATE SKIP LOCKED)`);
  await db.execute(sql`UPDATE membership SET last_used_at = ${now} WHERE user_id = ${userId} AND tenant_id = ${tenantId}`);
  return secret;
}
