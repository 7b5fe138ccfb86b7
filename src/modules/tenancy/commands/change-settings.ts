import { accept, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../postings/record-audit.ts";
import type { ShopView } from "../queries/get-shop.ts";
import type { SettingsInput } from "../schema.ts";

type Settings = Pick<ShopView, "name" | "locale" | "currency" | "timeZone" | "negativeStock" | "freightSpread" | "stockApproval" | "billTolerance" | "cashRounding" | "legalName" | "taxId" | "taxCondition" | "scaleCodes" | "auditMonths">;

/** Raised by the trigger that keeps the currency of what is written down (0105). */
const CURRENCY_KEPT = "MS002";

/** Changes the shop's settings; what is absent stays. Holds from the next request of everybody. The slug stays when the name changes: open tabs and API clients know the shop by it. */
export async function changeSettings(ctx: Context, change: SettingsInput): Promise<Result<Settings>> {
  return ctx.transact(async (tx) => {
    const [before] = await tx.rows<Settings>(sql`SELECT name, locale, currency, time_zone AS "timeZone", negative_stock AS "negativeStock", freight_spread AS "freightSpread", stock_approval AS "stockApproval", bill_tolerance AS "billTolerance", cash_rounding AS "cashRounding", legal_name AS "legalName", tax_id AS "taxId", tax_condition AS "taxCondition", scale_codes AS "scaleCodes", audit_months AS "auditMonths" FROM shop FOR UPDATE`);
    if (!before) throw new Error("The tenant has no shop row");
    const after = { ...before, ...change };
    await tx.execute(sql`UPDATE shop SET name = ${after.name}, locale = ${after.locale}, currency = ${after.currency}, time_zone = ${after.timeZone}, negative_stock = ${after.negativeStock}, freight_spread = ${after.freightSpread}, stock_approval = ${after.stockApproval}::numeric, bill_tolerance = ${after.billTolerance}::numeric, cash_rounding = ${after.cashRounding}::numeric,
                                       legal_name = ${after.legalName}, tax_id = ${after.taxId}, tax_condition = ${after.taxCondition},
                                       scale_codes = ${JSON.stringify(after.scaleCodes)}::jsonb, audit_months = ${after.auditMonths}`).catch((error: unknown) => {
      throw (error as { code?: string }).code === CURRENCY_KEPT ? new RefusedError(refuseField("currency", "currency_kept")) : error;
    });
    await recordAudit(tx, ctx, { action: "settings.change", entity: "shop", entityId: null, detail: { before, after } });
    return accept(after);
  });
}
