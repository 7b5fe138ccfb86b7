import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, RefusedError, type Refusal, type Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/postings/change-products.ts";
import { leadToSurvivor } from "@/modules/catalogue/postings/lead-to-survivor.ts";
import { moveBarcodes } from "@/modules/catalogue/postings/move-barcodes.ts";
import { swapComponent } from "@/modules/catalogue/postings/swap-component.ts";
import { moveListPrices } from "@/modules/pricing/postings/move-list-prices.ts";
import { moveLimits } from "@/modules/stock/postings/move-limits.ts";
import { findUnfinished } from "@/modules/stock/queries/find-unfinished.ts";
import { moveSupplierLines } from "@/modules/suppliers/postings/move-supplier-lines.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudits } from "@/modules/tenancy/postings/record-audits.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { shiftStock } from "../postings/shift-stock.ts";
import { loadMergeable, loadShelves, type Mergeable } from "../queries/load-mergeable.ts";
import type { Moved } from "../rules/moved.ts";
import type { Merged } from "../rules/takeable.ts";
import type { MergeInput } from "../schema.ts";

export interface MergeView {
  id: string;
  survivorId: string;
  absorbedId: string;
}

/** Makes one product of two. Sales keep naming the absorbed one, which is archived and leads to the survivor. */
export async function mergeProducts(ctx: Context, { id = newId(ctx.now.getTime()), survivorId, absorbedId, take }: MergeInput): Promise<Result<MergeView>> {
  if (survivorId === absorbedId) return refuseField("absorbedId", "merge_same");
  if (take.includes("costPrice") && !ctx.permissions.has("product.cost")) return refuse("forbidden");
  return ctx.transact(async (tx) => {
    // Kits are looked at and changed one at a time in a shop (catalogue/commands/save-kit.ts).
    await tx.rows(sql`SELECT FROM shop FOR NO KEY UPDATE`);
    const products = await loadMergeable(tx, [survivorId, absorbedId]);
    const [survivor, absorbed] = [products.find((one) => one.id === survivorId), products.find((one) => one.id === absorbedId)];
    if (!survivor || !absorbed) return refuseField(survivor ? "absorbedId" : "survivorId", "not_found");
    const wrong = judge(survivor, absorbed);
    if (wrong) return wrong;
    // What is being carried or counted is of the product that it was taken for; who does it would look for a product that is gone.
    const unfinished = await findUnfinished(tx, absorbedId);
    if (unfinished) return refuse("merge_unfinished", { params: { code: unfinished.kind, name: String(unfinished.number) } });
    const moved = await move(tx, ctx, id, { survivor, absorbed, take });
    await leadToSurvivor(tx, ctx, absorbedId, survivorId, false);
    await tx.execute(sql`INSERT INTO product_merge (id, survivor_id, absorbed_id, at, moved) VALUES (${id}, ${survivorId}, ${absorbedId}, ${ctx.now}, ${JSON.stringify(moved)}::jsonb)`).catch((error: unknown) => {
      throw (error as { code?: string }).code === "23505" ? new RefusedError(refuseField("id", "conflict")) : error;
    });
    await recordAudits(tx, ctx, { action: "product.merge", entity: "product" }, [survivor, absorbed].map((one) => ({ entityId: one.id, detail: { survivor: survivor.name, absorbed: absorbed.name } })));
    return accept({ id, survivorId, absorbedId });
  });
}

function judge(survivor: Mergeable, absorbed: Mergeable): Refusal | null {
  if (survivor.mergedIntoId !== null || absorbed.mergedIntoId !== null) return refuse("merge_gone");
  if (!survivor.isActive) return refuse("product_archived", { params: { name: survivor.name } });
  if (survivor.isKit || absorbed.isKit) return refuse("merge_kit");
  return survivor.unit === absorbed.unit ? null : refuse("merge_units");
}

async function move(tx: TenantTx, ctx: Context, mergeId: string, { survivor, absorbed, take }: { survivor: Mergeable; absorbed: Mergeable; take: MergeInput["take"] }): Promise<Moved> {
  const wanted: readonly Merged[] = take.includes("costPrice") ? [...take, "costCurrency"] : take;
  const taken = wanted.filter((field) => survivor[field] !== absorbed[field]);
  const fields = Object.fromEntries(taken.map((field) => [field, { before: survivor[field], after: absorbed[field] }]));
  const shelves = await loadShelves(tx, absorbed.id);
  const [from, to] = [absorbed.id, survivor.id];
  const barcodes = await moveBarcodes(tx, { from, to, only: null });
  const suppliers = await moveSupplierLines(tx, from, to);
  const lists = await moveListPrices(tx, { from, to, only: null });
  const limits = await moveLimits(tx, { from, to, only: null });
  const kits = await swapComponent(tx, from, to);
  await shiftStock(tx, ctx, { mergeId, from: absorbed, to: survivor, shelves, mayGoNegative: true });
  // The survivor is another version whatever it took: tills and open forms must hear of its new codes.
  await changeProducts(tx, ctx, [{ id: survivor.id, ...Object.fromEntries(taken.map((field) => [field, absorbed[field]])) }]);
  return { fields, barcodes, suppliers, lists, limits, stock: shelves, kits, wasActive: absorbed.isActive };
}
