import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface SessionView {
  id: string;
  /** User-Agent as the browser told it. */
  agent: string | null;
  address: string | null;
  /** Name of the shop it stands in. */
  shop: string;
  /** Opened by a PIN at a shared till. */
  byPin: boolean;
  createdAt: Date;
  lastSeenAt: Date;
}

const MOST = 100;

/** The browsers in which a person is signed in at `now`, the last used first. */
export async function listSessions(userId: string, now: Date): Promise<SessionView[]> {
  return databases().control.rows<SessionView>(sql`
    SELECT s.id, s.user_agent AS agent, s.address, t.name AS shop, s.till_id IS NOT NULL AS "byPin", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
    FROM session s JOIN "user" u ON u.id = s.user_id AND u.auth_version = s.auth_version JOIN tenant t ON t.id = s.active_tenant_id
    LEFT JOIN shared_till k ON k.id = s.till_id
    WHERE k.revoked_at IS NULL AND s.user_id = ${userId} AND s.revoked_at IS NULL AND s.idle_expires_at > ${now} AND s.absolute_expires_at > ${now}
    ORDER BY s.last_seen_at DESC, s.id LIMIT ${MOST}`);
}
