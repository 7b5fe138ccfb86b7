import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

/** Whether the shop demands a second factor of everybody. */
export async function requiresSecondFactor(ctx: Pick<Context, "tenant">): Promise<boolean> {
  const [tenant] = await databases().control.rows<{ required: boolean }>(sql`SELECT require_totp AS required FROM tenant WHERE id = ${ctx.tenant.id}`);
  return tenant?.required ?? false;
}
