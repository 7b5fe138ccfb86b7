import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface PriceListView {
  id: string;
  kind: "base";
  currency: string;
  /** Whether its prices hold VAT. */
  taxIncluded: boolean;
  isDefault: boolean;
}

/** The shop's price lists. Its base list, the price on each product, has the shop's own id: it is there from the first minute and once. */
export async function listPriceLists(ctx: Pick<Context, "db">): Promise<PriceListView[]> {
  return ctx.db.rows<PriceListView>(sql`SELECT tenant_id AS id, 'base' AS kind, currency, true AS "taxIncluded", true AS "isDefault" FROM shop`);
}
