import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { RateView } from "./list-rates.ts";

/** The rate of each foreign currency that holds today, with the day since which it does. */
export async function listCurrentRates(ctx: Pick<Context, "db">): Promise<RateView[]> {
  return ctx.db.rows<RateView>(sql`
    SELECT DISTINCT ON (r.currency) r.currency, r.on_date AS "onDate", r.rate
      FROM exchange_rate r JOIN shop s ON s.tenant_id = r.tenant_id AND s.currency <> r.currency
     WHERE r.on_date <= (now() AT TIME ZONE s.time_zone)::date
     ORDER BY r.currency, r.on_date DESC`);
}
