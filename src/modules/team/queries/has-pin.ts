import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

/** Whether the member chose a PIN in this shop. */
export async function hasPin(ctx: Pick<Context, "member">): Promise<boolean> {
  const [own] = await databases().control.rows<{ has: boolean }>(sql`SELECT pin_hash IS NOT NULL AS has FROM membership WHERE id = ${ctx.member.id}`);
  return own?.has ?? false;
}
