import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { NO_SALE_RULES, type SaleRules } from "../rules/list-rules.ts";

/** How the base list, which the counter sells by, prices quantities, payment methods and instalments, and the coin that the shop rounds cash to. */
export async function loadSaleRules(db: Pick<Context["db"], "rows">): Promise<SaleRules> {
  // A shop that never changed its base list has no row of it.
  const [rules] = await db.rows<SaleRules>(sql`
    SELECT coalesce(p.breaks, '[]') AS breaks, coalesce(p.methods, '{}') AS methods, coalesce(p.installments, '[]') AS installments, s.cash_rounding AS coin
      FROM shop s LEFT JOIN price_list p ON p.tenant_id = s.tenant_id AND p.kind = 'base'`);
  return rules ?? NO_SALE_RULES;
}
