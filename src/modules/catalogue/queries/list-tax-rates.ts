import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

/** The VAT rates of the shop in percent, the usual one first. */
export async function listTaxRates(ctx: Pick<Context, "db">): Promise<Decimal[]> {
  const rows = await ctx.db.rows<{ rate: Decimal }>(sql`SELECT rate FROM tax_rate ORDER BY is_default DESC, rate DESC`);
  return rows.map(({ rate }) => rate);
}
