import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { NO_SALE_RULES, type SaleRules } from "../rules/list-rules.ts";

/** How the base list, which the counter sells by, prices quantities, payment methods and instalments. */
export async function loadSaleRules(db: Pick<Context["db"], "rows">): Promise<SaleRules> {
  const [rules] = await db.rows<SaleRules>(sql`SELECT breaks, methods, installments FROM price_list WHERE kind = 'base'`);
  return rules ?? NO_SALE_RULES;
}
