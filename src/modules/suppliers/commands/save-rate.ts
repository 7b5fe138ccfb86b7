import { formatStyleOf } from "@/kernel/format-style.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { parseInput } from "@/platform/parse-input.ts";
import { sql } from "@/platform/db/sql.ts";
import type { RateView } from "../queries/list-rates.ts";
import { readTyped } from "../rules/read-typed.ts";
import { rateSchema, type RateForm, type RateInput } from "../schema.ts";

/** Writes down a currency's rate of a day, over the one of that day if there is one. The shop's own currency has none. */
export async function saveRate(ctx: Context, { currency, onDate, rate }: RateInput): Promise<Result<RateView>> {
  return ctx.transact(async (tx) => {
    const [shop] = await tx.rows<{ currency: string }>(sql`SELECT currency FROM shop`);
    if (shop!.currency === currency) return refuseField("currency", "not_allowed");
    const [saved] = await tx.rows<RateView>(sql`
      INSERT INTO exchange_rate (currency, on_date, rate) VALUES (${currency}, ${onDate}::date, ${rate}::numeric)
      ON CONFLICT (tenant_id, currency, on_date) DO UPDATE SET rate = excluded.rate
      RETURNING currency, on_date AS "onDate", rate`);
    await recordAudit(tx, ctx, { action: "rate.save", entity: "exchange_rate", entityId: null, detail: { currency, onDate, rate } });
    return accept(saved!);
  });
}

/** As saveRate, with the rate as the shop writes numbers. */
export async function saveRateForm(ctx: Context, { rate, ...form }: RateForm): Promise<Result<RateView>> {
  const read = readTyped({ rate }, formatStyleOf(await getShop(ctx)).decimal);
  if (read.wrong.length > 0) return refuse("invalid", { fields: read.wrong });
  const input = parseInput(rateSchema, { ...form, rate: read.values.rate ?? undefined });
  return input.ok ? saveRate(ctx, input.value) : input;
}
