import type { Decimal } from "@/kernel/decimal.ts";
import type { CountedName } from "@/kernel/format-style.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import { loadCatalogue } from "@/messages/catalogue.ts";
import { isUiLocale } from "@/messages/locales.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";
import type { TaxCondition } from "../rules/tax-conditions.ts";

export interface ShopView {
  slug: string;
  name: string;
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
  /** How a bill's freight is spread over the goods where the bill does not say. */
  freightSpread: "value" | "weight" | "units";
  /** Worth at cost from which differences of stock need a second member; null: none. */
  stockApproval: Decimal | null;
  /** Percent that a bill may differ from the expected cost before somebody has to decide. */
  billTolerance: Decimal;
  /** The smallest coin of the shop; null: cash is paid to the cent. */
  cashRounding: Decimal | null;
  /** Who it is to the tax office, as its receipts say. */
  legalName: string | null;
  taxId: string | null;
  taxCondition: TaxCondition | null;
  /** How its scales write their labels; the first that fits reads. */
  scaleCodes: ScaleCode[];
  /** How long the activity log is kept; null is for ever. */
  auditMonths: number | null;
  /** How its papers and screens name what is counted in packages. */
  counted: Readonly<Record<string, CountedName>>;
}

/** The settings of the tenant's shop; every tenant has exactly one row. */
export async function getShop(ctx: Pick<Context, "db">): Promise<ShopView> {
  const [shop] = await ctx.db.rows<Omit<ShopView, "counted">>(sql`
    SELECT slug, name, locale, currency, time_zone AS "timeZone", negative_stock AS "negativeStock", freight_spread AS "freightSpread", stock_approval AS "stockApproval", bill_tolerance AS "billTolerance", cash_rounding AS "cashRounding", legal_name AS "legalName", tax_id AS "taxId", tax_condition AS "taxCondition", scale_codes AS "scaleCodes", audit_months AS "auditMonths" FROM shop`);
  if (!shop) throw new Error("The tenant has no shop row");
  const { products } = await loadCatalogue(isUiLocale(shop.locale) ? shop.locale : "es-AR");
  return { ...shop, counted: products.counted };
}
