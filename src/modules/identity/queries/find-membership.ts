import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

/** A person in a tenant, as the gate needs them. */
export interface Membership {
  /** Also the id of the `member` row among the tenant's business data. */
  id: string;
  userId: string;
  userName: string;
  email: string;
  /** Language of the interface. */
  locale: string;
  /** Raised to end all sessions and tokens of the person. */
  authVersion: number;
  tenantId: string;
  tenantSlug: string;
  tenantName: string;
  role: "OWNER" | "ADMIN" | "STAFF";
  /** Of STAFF; null for the others. */
  permissionSet: string | null;
  /** What the tenant itself wrote under that name; null where the ready-made set holds. */
  ownSet: { patterns: string[]; thresholds: Readonly<Record<string, string>> } | null;
  /** The shop demands a second factor and the person has none: they get no further than setting it up. */
  lacksTotp: boolean;
  /** Patterns beyond the set. */
  permissions: string[];
  /** Limits beyond the set's, as decimal strings. */
  thresholds: Readonly<Record<string, string>>;
}

/** Null when the person is disabled, the membership deactivated, or the tenant not active. */
export async function findMembership(userId: string, tenantId: string): Promise<Membership | null> {
  const [found] = await databases().control.rows<Membership>(sql`
    SELECT m.id, m.user_id AS "userId", u.name AS "userName", u.email, u.locale, u.auth_version AS "authVersion",
           t.id AS "tenantId", t.slug AS "tenantSlug", t.name AS "tenantName",
           m.role, m.permission_set AS "permissionSet", m.permissions, m.thresholds,
           CASE WHEN o.key IS NOT NULL THEN jsonb_build_object('patterns', o.patterns, 'thresholds', o.thresholds) END AS "ownSet",
           t.require_totp AND u.totp_since IS NULL AS "lacksTotp"
    FROM membership m
    JOIN "user" u ON u.id = m.user_id AND u.disabled_at IS NULL
    JOIN tenant t ON t.id = m.tenant_id AND t.state = 'active'
    LEFT JOIN permission_set o ON o.tenant_id = m.tenant_id AND o.key = m.permission_set
    WHERE m.user_id = ${userId} AND m.tenant_id = ${tenantId} AND m.deactivated_at IS NULL`);
  return found ?? null;
}
