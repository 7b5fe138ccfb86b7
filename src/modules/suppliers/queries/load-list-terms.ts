import type { Decimal } from "@/kernel/decimal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** By what a supplier's list price becomes a cost; plain JSON, kept with what was worked out by it. */
export interface ListTerms {
  supplierId: string;
  name: string;
  /** Of the list. */
  currency: string;
  shopCurrency: string;
  /** "20+10+5". */
  discounts: string;
  freightPercent: Decimal;
  /** The shop's currency for one unit of the list's, today; null when nobody wrote one down. */
  rate: Decimal | null;
  /** Day of the rate, YYYY-MM-DD; null for the shop's own currency. */
  rateDay: string | null;
}

export async function loadListTerms(db: Pick<TenantTx, "rows">, supplierId: string): Promise<ListTerms | null> {
  const [terms] = await db.rows<ListTerms>(sql`
    SELECT s.id AS "supplierId", s.name, s.currency, shop.currency AS "shopCurrency", s.discounts, s.freight_percent AS "freightPercent", c.rate,
           (SELECT max(r.on_date) FROM exchange_rate r WHERE r.currency = s.currency AND s.currency <> shop.currency AND r.on_date <= (now() AT TIME ZONE shop.time_zone)::date)::text AS "rateDay"
      FROM supplier s CROSS JOIN shop LEFT JOIN current_rate c ON c.currency = s.currency WHERE s.id = ${supplierId}`);
  return terms ?? null;
}
