import { compare } from "@/kernel/decimal.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import type { SaveLimitsInput } from "../schema.ts";

/** Least and most of products at one location; both null takes them back to the product's own. Answers how many were written. */
export async function saveLimits(ctx: Context, locationId: string, { items }: SaveLimitsInput): Promise<Result<{ saved: number }>> {
  const crossed = items.findIndex(({ minStock, maxStock }) => minStock != null && maxStock != null && compare(minStock, maxStock) > 0);
  if (crossed !== -1) return refuseField(`items.${crossed}.maxStock`, "too_small");
  const twice = items.findIndex(({ productId }, i) => items.findIndex((one) => one.productId === productId) < i);
  if (twice !== -1) return refuseField(`items.${twice}.productId`, "product_repeated");
  return ctx.transact(async (tx) => {
    const [location] = await tx.rows(sql`SELECT id FROM location WHERE id = ${locationId}`);
    if (!location) return refuse("not_found");
    const products = await loadStockProducts(tx, items.map(({ productId }) => productId));
    const stranger = items.findIndex(({ productId }) => !products.has(productId));
    if (stranger !== -1) return refuseField(`items.${stranger}.productId`, "product_unknown", { code: "" });
    const kept = items.filter(({ minStock, maxStock }) => minStock != null || maxStock != null).sort((a, b) => (a.productId < b.productId ? -1 : 1));
    await tx.execute(sql`
      INSERT INTO stock_limit (location_id, product_id, min_stock, max_stock)
      SELECT ${locationId}::uuid, i.product_id, i.low, i.high
        FROM unnest(${kept.map(({ productId }) => productId)}::uuid[], ${kept.map(({ minStock }) => minStock ?? null)}::numeric[], ${kept.map(({ maxStock }) => maxStock ?? null)}::numeric[]) AS i (product_id, low, high)
      ON CONFLICT (tenant_id, location_id, product_id) DO UPDATE SET min_stock = excluded.min_stock, max_stock = excluded.max_stock`);
    const gone = items.filter(({ minStock, maxStock }) => minStock == null && maxStock == null).map(({ productId }) => productId);
    await tx.execute(sql`DELETE FROM stock_limit WHERE location_id = ${locationId} AND product_id = ANY (${gone}::uuid[])`);
    await recordAudit(tx, ctx, { action: "location.limit", entity: "location", entityId: locationId, detail: { items: items.slice(0, 50), count: items.length } });
    return accept({ saved: items.length });
  });
}
