import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ListKind, SaleRules } from "../rules/list-rules.ts";
import type { RoundingBand } from "../rules/round-price.ts";

export interface PosListView {
  id: string;
  name: string;
  kind: ListKind;
  percent: Decimal | null;
  rounding: RoundingBand[];
  rules: SaleRules;
  prices: Record<string, Decimal>;
}

/** A list in use as a till prices by it; null where there is no such one, or it was put away. An own list comes with all its prices. */
export async function loadPosList(db: Pick<Context["db"], "rows">, id: string): Promise<PosListView | null> {
  const [list] = await db.rows<PosListView>(sql`
    SELECT p.id, p.name, p.kind, p.percent, p.rounding,
           json_build_object('breaks', p.breaks, 'methods', p.methods, 'installments', p.installments, 'coin', s.cash_rounding::text) AS rules,
           CASE WHEN p.kind = 'own' THEN (SELECT coalesce(json_object_agg(l.product_id, l.price::text), '{}') FROM list_price l WHERE l.tenant_id = p.tenant_id AND l.list_id = p.id) ELSE '{}' END AS prices
      FROM price_list p JOIN shop s ON s.tenant_id = p.tenant_id WHERE p.id = ${id}::uuid AND p.is_active`);
  return list ?? null;
}
