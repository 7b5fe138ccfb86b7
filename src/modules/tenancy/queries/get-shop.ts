import { sql } from "@/platform/db/sql.ts";
import type { Context } from "../context.ts";

export interface ShopView {
  slug: string;
  name: string;
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timeZone: string;
  negativeStock: "refuse" | "warn" | "allow";
}

/** The settings of the tenant's shop; every tenant has exactly one row. */
export async function getShop(ctx: Pick<Context, "db">): Promise<ShopView> {
  const [shop] = await ctx.db.rows<ShopView>(sql`
    SELECT slug, name, locale, currency, time_zone AS "timeZone", negative_stock AS "negativeStock" FROM shop`);
  if (!shop) throw new Error("The tenant has no shop row");
  return shop;
}
