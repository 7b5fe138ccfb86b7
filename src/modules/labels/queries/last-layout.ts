import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { isFormatKey } from "../rules/formats.ts";
import type { LabelLayout } from "../rules/label-layout.ts";

/**
 * How the shop printed last, for the next time; at first the sheet that most shops have. Argentine shops that charge VAT must show the price
 * without it (Ley 27.743); who is exempt unticks it once.
 */
export async function lastLayout(ctx: Pick<Context, "db">, currency: string): Promise<LabelLayout> {
  const [last] = await ctx.db.rows<{ layout: LabelLayout }>(sql`SELECT layout FROM label_batch ORDER BY created_at DESC, id DESC LIMIT 1`);
  if (last && isFormatKey(last.layout.format)) return { ...last.layout, start: 1 };
  return { format: "a4-21", start: 1, symbol: "bars", perMeasure: true, withoutTax: currency === "ARS", code: true, date: true };
}
