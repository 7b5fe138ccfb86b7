import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { PIN_LIMITS, WHOLE_LIMITS } from "../rules/session-limits.ts";
import { hashSecret } from "../secret.ts";
import type { Membership } from "./find-membership.ts";

/** A browser that signed in, with who it is and where, all read at this request. */
export interface Session {
  sessionId: string;
  membership: Membership;
  /** Opened by a PIN at a shared till: good for the counter only. */
  byPin: boolean;
  /** When the person last showed a password or a second factor in it; null by PIN. */
  provedAt: Date | null;
}

interface Row extends Membership {
  sessionId: string;
  lastSeenAt: Date;
  byPin: boolean;
  provedAt: Date | null;
}

const SEEN_EVERY_MS = 60_000;

/**
 * The session of a cookie's secret at `now`; null when it was revoked, is too old or too long unused, when the person was disabled
 * or all their sessions ended (auth_version), when the membership ended, the till of a PIN is none any more or the tenant is not active. A database that does not answer
 * throws: an outage signs nobody out.
 */
export async function findSession(secret: string, now: Date): Promise<Session | null> {
  const [row] = await databases().control.rows<Row>(sql`
    SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", s.till_id IS NOT NULL AS "byPin", s.proved_at AS "provedAt",
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
    LEFT JOIN shared_till k ON k.id = s.till_id AND k.tenant_id = s.active_tenant_id AND k.revoked_at IS NULL
    WHERE (s.till_id IS NULL OR k.id IS NOT NULL) AND s.token_hash = ${hashSecret(secret)} AND s.revoked_at IS NULL AND s.idle_expires_at > ${now} AND s.absolute_expires_at > ${now}`);
  if (!row) return null;
  const { sessionId, lastSeenAt, byPin, provedAt, ...membership } = row;
  if (now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS) await markSeen(sessionId, byPin ? PIN_LIMITS.idleMs : WHOLE_LIMITS.idleMs, now);
  return { sessionId, membership, byPin, provedAt };
}

async function markSeen(sessionId: string, idleMs: number, now: Date): Promise<void> {
  await databases().control.execute(sql`
    UPDATE session SET last_seen_at = ${now}, idle_expires_at = ${new Date(now.getTime() + idleMs)}
    WHERE id = ${sessionId} AND last_seen_at < ${new Date(now.getTime() - SEEN_EVERY_MS)}`);
}
