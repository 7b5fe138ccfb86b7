import { big, fix } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { accept, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/postings/change-products.ts";
import { leadToSurvivor } from "@/modules/catalogue/postings/lead-to-survivor.ts";
import { moveBarcodes } from "@/modules/catalogue/postings/move-barcodes.ts";
import { putComponentsBack } from "@/modules/catalogue/postings/swap-component.ts";
import { moveListPrices } from "@/modules/pricing/postings/move-list-prices.ts";
import { moveLimits } from "@/modules/stock/postings/move-limits.ts";
import { moveSupplierLinesBack } from "@/modules/suppliers/postings/move-supplier-lines.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudits } from "@/modules/tenancy/postings/record-audits.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { shiftStock } from "../postings/shift-stock.ts";
import { loadMergeable, loadShelves, type Mergeable } from "../queries/load-mergeable.ts";
import type { Moved } from "../rules/moved.ts";
import { MERGED, type Merged } from "../rules/takeable.ts";
import type { MergeView } from "./merge-products.ts";

/**
 * Takes a merge back: what it moved and is still where it went returns, what was changed since stays. Refused when one of the two was
 * merged again, or when the survivor no longer has the stock that came with the merge.
 */
export async function undoMerge(ctx: Context, id: string): Promise<Result<MergeView>> {
  return ctx.transact(async (tx) => {
    await tx.rows(sql`SELECT FROM shop FOR NO KEY UPDATE`);
    const [merge] = await tx.rows<MergeView & { moved: Moved }>(sql`
      SELECT id, survivor_id AS "survivorId", absorbed_id AS "absorbedId", moved FROM product_merge WHERE id = ${id} AND undone_at IS NULL FOR UPDATE`);
    if (!merge) return refuse("not_found");
    const products = await loadMergeable(tx, [merge.survivorId, merge.absorbedId]);
    const survivor = products.find((one) => one.id === merge.survivorId)!;
    const absorbed = products.find((one) => one.id === merge.absorbedId)!;
    const forbidden = await judge(tx, survivor, absorbed, merge.moved);
    if (forbidden) return forbidden;
    await putBack(tx, ctx, id, { survivor, absorbed, moved: merge.moved });
    await leadToSurvivor(tx, ctx, absorbed.id, null, merge.moved.wasActive);
    await tx.execute(sql`UPDATE product_merge SET undone_at = ${ctx.now} WHERE id = ${id}`);
    await recordAudits(tx, ctx, { action: "product.unmerge", entity: "product" }, [survivor, absorbed].map((one) => ({ entityId: one.id, detail: { survivor: survivor.name, absorbed: absorbed.name } })));
    return accept({ id, survivorId: survivor.id, absorbedId: absorbed.id });
  });
}

async function judge(tx: TenantTx, survivor: Mergeable, absorbed: Mergeable, { stock }: Moved): Promise<Refusal | null> {
  if (survivor.mergedIntoId !== null || absorbed.mergedIntoId !== survivor.id || survivor.isKit) return refuse("merge_later");
  const now = new Map((await loadShelves(tx, survivor.id)).map(({ locationId, quantity }) => [locationId, quantity]));
  const short = stock.find(({ locationId, quantity }) => big(quantity).gt(0) && big(now.get(locationId) ?? "0").lt(quantity));
  return short ? refuse("merge_stock", { params: { name: survivor.name } }) : null;
}

async function putBack(tx: TenantTx, ctx: Context, mergeId: string, { survivor, absorbed, moved }: { survivor: Mergeable; absorbed: Mergeable; moved: Moved }): Promise<void> {
  const [from, to] = [survivor.id, absorbed.id];
  await moveBarcodes(tx, { from, to, only: moved.barcodes });
  await moveSupplierLinesBack(tx, absorbed.id, survivor.id, moved.suppliers);
  await moveListPrices(tx, { from, to, only: moved.lists });
  await moveLimits(tx, { from, to, only: moved.limits ?? [] });
  await putComponentsBack(tx, absorbed.id, survivor.id, moved.kits);
  const shelves = moved.stock.map(({ locationId, quantity }) => ({ locationId, quantity: fix(quantity, QUANTITY_SCALE) }));
  await shiftStock(tx, ctx, { mergeId, from: survivor, to: absorbed, shelves, mayGoNegative: true });
  const isUntouched = (field: Merged): boolean => moved.fields[field] === undefined || survivor[field] === moved.fields[field].after;
  const isCostUntouched = isUntouched("costPrice") && isUntouched("costCurrency");
  const untouched = MERGED.filter((field) => moved.fields[field] !== undefined && (field === "costPrice" || field === "costCurrency" ? isCostUntouched : isUntouched(field)));
  await changeProducts(tx, ctx, [{ id: survivor.id, ...Object.fromEntries(untouched.map((field) => [field, moved.fields[field]!.before])) }]);
}
