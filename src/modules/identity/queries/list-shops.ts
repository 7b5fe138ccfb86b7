import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface ShopOfUser {
  tenantId: string;
  slug: string;
  name: string;
}

const MOST = 200;

/** The shops that a person may enter, the last used first. */
export async function listShops(userId: string): Promise<ShopOfUser[]> {
  return databases().control.rows<ShopOfUser>(sql`
    SELECT t.id AS "tenantId", t.slug, t.name
    FROM membership m
    JOIN "user" u ON u.id = m.user_id AND u.disabled_at IS NULL
    JOIN tenant t ON t.id = m.tenant_id AND t.state = 'active'
    WHERE m.user_id = ${userId} AND m.deactivated_at IS NULL
    ORDER BY m.last_used_at DESC NULLS LAST, m.created_at, m.id LIMIT ${MOST}`);
}
