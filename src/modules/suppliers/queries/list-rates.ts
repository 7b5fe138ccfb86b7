import type { Decimal } from "@/kernel/decimal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface RateView {
  currency: string;
  /** YYYY-MM-DD: counts from this day on until the next one. */
  onDate: string;
  /** The shop's currency for one unit. */
  rate: Decimal;
}

const MOST = 200;

/** Exchange rates that the shop wrote down, the newest first; `from` is how many of them are left out. */
export async function listRates(ctx: Pick<Context, "db">, most = MOST, from = 0): Promise<RateView[]> {
  return ctx.db.rows<RateView>(sql`SELECT currency, on_date AS "onDate", rate FROM exchange_rate ORDER BY on_date DESC, currency LIMIT ${most} OFFSET ${from}`);
}
