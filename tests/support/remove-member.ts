import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TestShop } from "./open-shop.ts";

/** Ends the membership alone, the sessions and tokens untouched: what then refuses them is the gate. */
export async function removeMember({ membership: { id }, tenantId }: TestShop): Promise<void> {
  await databases().control.transaction(async (tx) => {
    await tx.enterTenant(tenantId);
    await tx.execute(sql`UPDATE membership SET deactivated_at = now() WHERE id = ${id}`);
  });
}
