import { newId } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { takeNumber } from "../postings/take-number.ts";
import { findPlace } from "../queries/find-place.ts";
import { getCount, type CountView } from "../queries/get-count.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import { hashRequest } from "../rules/hash-request.ts";
import type { OpenCountInput } from "../schema.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";

/**
 * Opens a count at a place, while the shop goes on selling: of named products, of the few that have waited longest ("today's five"), or of
 * whatever is counted. `input.id` makes it idempotent.
 */
export async function openCount(ctx: Context, input: OpenCountInput): Promise<Result<CountView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest(input);
  return onlyOnce(input.id !== undefined, requestHash, () => open(ctx, input, id, requestHash), () => getCount(ctx, ctx.db, id));
}

function open(ctx: Context, input: OpenCountInput, id: string, requestHash: string): Promise<Result<CountView>> {
  return ctx.transact(async (tx) => {
    const place = await findPlace(tx, ctx, input.locationId);
    if (!place.ok) return place;
    const named = [...new Set(input.productIds ?? [])];
    const known = await loadStockProducts(tx, named);
    const stranger = named.findIndex((productId) => !known.has(productId));
    if (stranger !== -1) return refuseField(`productIds.${stranger}`, "product_unknown", { code: "" });
    const kit = named.findIndex((productId) => known.get(productId)!.isKit);
    if (kit !== -1) return refuseField(`productIds.${kit}`, "kit_no_stock", { name: known.get(named[kit]!)!.name });
    const planned = input.suggest === undefined ? named : await suggestProducts(tx, place.value.locationId, input.suggest);
    await recordAudit(tx, ctx, { action: "count.open", entity: "count", entityId: id, detail: { products: planned.length } });
    const number = await takeNumber(tx, "count");
    await tx.execute(sql`
      INSERT INTO stock_count (id, number, location_id, status, is_blind, notes, opened_by, opened_at, request_hash)
      VALUES (${id}, ${number}::bigint, ${place.value.locationId}, 'open', ${input.isBlind}, ${input.notes ?? null}, ${ctx.member.id}, ${ctx.now}, ${requestHash})`);
    await tx.execute(sql`INSERT INTO stock_count_product (count_id, product_id) SELECT ${id}::uuid, p FROM unnest(${planned}::uuid[]) AS p`);
    return accept((await getCount(ctx, tx, id))!.view);
  });
}

/** Those that nobody counted there for longest, of equals the ones that move most. */
async function suggestProducts(tx: TenantTx, locationId: string, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT p.id FROM stock_level l JOIN product p ON p.tenant_id = l.tenant_id AND p.id = l.product_id
      LEFT JOIN (SELECT e.product_id, max(e.at) AS at FROM stock_count_entry e JOIN stock_count c ON c.id = e.count_id AND c.location_id = ${locationId} AND c.status = 'posted' GROUP BY 1) last ON last.product_id = p.id
     WHERE l.location_id = ${locationId} AND p.is_active ORDER BY last.at NULLS FIRST, l.moves DESC, p.id LIMIT ${most}`);
  return rows.map(({ id }) => id);
}
