import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { SESSION_IDLE_MS } from "../rules/session-limits.ts";
import { hashSecret } from "../secret.ts";
import type { Membership } from "./find-membership.ts";

/** A browser that signed in, with who it is and where, all read at this request. */
export interface Session {
  sessionId: string;
  membership: Membership;
}

interface Row extends Membership {
  sessionId: string;
  lastSeenAt: Date;
}

const SEEN_EVERY_MS = 60_000;

/**
 * The session of a cookie's secret at `now`; null when it was revoked, is too old or too long unused, when the person was disabled
 * or all their sessions ended (auth_version), when the membership ended or the tenant is not active. A database that does not answer
 * throws: an outage signs nobody out.
 */
export async function findSession(secret: string, now: Date): Promise<Session | null> {
  const [row] = await databases().control.rows<Row>(sql`
    SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt",
           m.id, m.user_id AS "userId", u.name AS "userName", u.email, u.locale, u.auth_version AS "authVersion",
           t.id AS "tenantId", t.slug AS "tenantSlug", t.name AS "tenantName",
           m.role, m.permission_set AS "permissionSet", m.permissions, m.thresholds,
           CASE WHEN o.key IS NOT NULL THEN jsonb_build_object('patterns', o.patterns, 'thresholds', o.thresholds) END AS "ownSet",
           t.require_totp AND u.totp_since IS NULL AS "lacksTotp"
    FROM session s
    JOIN "user" u ON u.id = s.user_id AND u.auth_version = s.auth_version AND u.disabled_at IS NULL
    JOIN membership m ON m.user_id = s.user_id AND m.tenant_id = s.active_tenant_id AND m.deactivated_at IS NULL
    JOIN tenant t ON t.id = m.tenant_id AND t.state = 'active'
    LEFT JOIN permission_set o ON o.tenant_id = m.tenant_id AND o.key = m.permission_set
    WHERE s.token_hash = ${hashSecret(secret)} AND s.revoked_at IS NULL AND s.idle_expires_at > ${now} AND s.absolute_expires_at > ${now}`);
  if (!row) return null;
  const { sessionId, lastSeenAt, ...membership } = row;
  if (now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS) await markSeen(sessionId, now);
  return { sessionId, membership };
}

async function markSeen(sessionId: string, now: Date): Promise<void> {
  await databases().control.execute(sql`
    UPDATE session SET last_seen_at = ${now}, idle_expires_at = ${new Date(now.getTime() + SESSION_IDLE_MS)}
    WHERE id = ${sessionId} AND last_seen_at < ${new Date(now.getTime() - SEEN_EVERY_MS)}`);
}
