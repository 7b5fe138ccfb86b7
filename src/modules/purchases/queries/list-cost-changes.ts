import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface CostChange {
  productId: string;
  sku: string;
  name: string;
  /** Null when nobody had told. */
  before: Decimal | null;
  /** What one unit came to, freight included. */
  after: Decimal;
}

/** Whose costs a bill moved, in the order of its lines. */
export async function listCostChanges(ctx: Pick<Context, "db">, purchaseId: string): Promise<CostChange[]> {
  return ctx.db.rows<CostChange>(sql`
    SELECT c.product_id AS "productId", p.sku, p.name, c.cost_before AS before, c.cost_after AS after
      FROM purchase_cost_change c JOIN product p ON p.id = c.product_id WHERE c.purchase_id = ${purchaseId} ORDER BY c.line_no`);
}
