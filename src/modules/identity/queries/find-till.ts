import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { TILL_IDLE_MS } from "../rules/till-limits.ts";
import { hashSecret } from "../secret.ts";

export interface SharedTill {
  id: string;
  tenantId: string;
  tenantSlug: string;
  tenantName: string;
}

/** The shared till of a device's secret at `now`; null when it is none any more. It opens nothing: a PIN still has to come. */
export async function findTill(secret: string, now: Date): Promise<SharedTill | null> {
  const [found] = await databases().control.rows<SharedTill>(sql`
    SELECT k.id, t.id AS "tenantId", t.slug AS "tenantSlug", t.name AS "tenantName"
    FROM shared_till k JOIN tenant t ON t.id = k.tenant_id AND t.state = 'active'
    WHERE k.token_hash = ${hashSecret(secret)} AND k.revoked_at IS NULL AND k.last_used_at > ${new Date(now.getTime() - TILL_IDLE_MS)}`);
  return found ?? null;
}
