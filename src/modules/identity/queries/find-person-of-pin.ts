import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { findMembership, type Membership } from "./find-membership.ts";

/** Whose PIN this is in the shop, by its hash (pin.ts); null when it is nobody's who may still come in. */
export async function findPersonOfPin(tenantId: string, pinHash: Buffer): Promise<Membership | null> {
  const [found] = await databases().control.rows<{ userId: string }>(sql`
    SELECT user_id AS "userId" FROM membership WHERE tenant_id = ${tenantId} AND pin_hash = ${pinHash} AND deactivated_at IS NULL`);
  return found ? findMembership(found.userId, tenantId) : null;
}
