import type { ControlTx } from "@/platform/db/control-client.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Membership } from "../queries/find-membership.ts";

export interface NewMembership {
  id: string;
  userId: string;
  tenantId: string;
  role: Membership["role"];
  permissionSet: string | null;
  /** Beyond the set. */
  permissions?: readonly string[];
  thresholds?: Readonly<Record<string, string | null>>;
}

/** False when the person is in the tenant already, deactivated or not. */
export async function plantMembership(tx: ControlTx, { id, userId, tenantId, role, permissionSet, permissions = [], thresholds = {} }: NewMembership, now: Date): Promise<boolean> {
  const planted = await tx.execute(sql`
    INSERT INTO membership (id, user_id, tenant_id, role, permission_set, permissions, thresholds, last_used_at, created_at)
    VALUES (${id}, ${userId}, ${tenantId}, ${role}, ${permissionSet}, ${permissions}, ${JSON.stringify(thresholds)}::jsonb, ${now}, ${now}) ON CONFLICT (user_id, tenant_id) DO NOTHING`);
  return planted === 1;
}
