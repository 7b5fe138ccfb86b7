import { dayIn } from "@/kernel/day.ts";
import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE, roundMoney } from "@/kernel/money.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/postings/change-products.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { lowerAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { putListPricesBack } from "@/modules/suppliers/postings/take-costs.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { takeAllocationsBack } from "../postings/allocate.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { findGoods } from "../queries/find-goods.ts";
import { getPurchase } from "../queries/get-purchase.ts";
import { loadPlace } from "../queries/load-place.ts";
import type { PurchaseView } from "../queries/purchase-view.ts";
import { billPostings } from "../rules/bill-postings.ts";
import { receivedGoods } from "../rules/compose-bill.ts";

interface Before {
  productId: string;
  costBefore: Decimal | null;
  listBefore: Decimal | null;
}

/**
 * Cancels a bill by opposite entries: the goods leave, the books and the supplier's account are turned back, what paid it stays in the account.
 * Costs return to what they were where nobody changed them since. Refused when the goods are gone and the shop does not go below zero (stock_short).
 */
export async function cancelPurchase(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<PurchaseView>> {
  return ctx.transact(async (tx) => {
    const known = await getPurchase(tx, id);
    if (!known) return refuse("not_found");
    const place = await loadPlace(tx, known);
    if (!place.ok) return place;
    const [taken] = await tx.rows(sql`
      INSERT INTO purchase_cancellation (purchase_id, member_id, reason, at) VALUES (${id}, ${ctx.member.id}, ${reason}, ${ctx.now}) ON CONFLICT (tenant_id, purchase_id) DO NOTHING RETURNING purchase_id`);
    if (!taken) return refuse("purchase_cancelled");
    await tx.execute(sql`DELETE FROM purchase_number WHERE purchase_id = ${id}`);
    const businessDate = dayIn(ctx.now, place.value.timeZone);
    const source = { kind: "purchase", id };
    await takeGoodsBack(tx, ctx, known, place.value.negativeStock !== "refuse" && ctx.permissions.has("stock.negative"));
    await burst([
      postEntry(tx, ctx, { source, businessDate, postings: billPostings(known, -1) }),
      postSupplierEntry(tx, ctx, { supplierId: known.supplierId, kind: "bill_cancelled", sourceId: id, amount: roundMoney(big(known.total).times(-1)), businessDate }),
      takeAllocationsBack(tx, { purchaseId: id }),
      recordAudit(tx, ctx, { action: "purchase.cancel", entity: "purchase", entityId: id, detail: { number: known.number, total: known.total, reason } }),
    ]);
    return accept((await getPurchase(tx, id))!);
  });
}

async function takeGoodsBack(tx: TenantTx, ctx: Context, bill: PurchaseView, mayGoNegative: boolean): Promise<void> {
  const received = receivedGoods(bill.lines);
  const goods = new Map((await findGoods(tx, bill.supplierId, received)).map((one) => [one.id, one]));
  const rows = await tx.rows<Before>(sql`
    SELECT DISTINCT ON (product_id) product_id AS "productId", cost_before AS "costBefore", list_before AS "listBefore" FROM purchase_line WHERE purchase_id = ${bill.id} ORDER BY product_id, line_no`);
  const before = new Map(rows.map((row) => [row.productId, row]));
  const costs = received.flatMap(({ productId, landedCost }) => {
    const [now, then] = [goods.get(productId)!, before.get(productId)!.costBefore];
    return now.hasOwnCurrency && now.cost !== null && then !== null && compare(now.cost, landedCost) === 0 && compare(then, landedCost) !== 0 ? [{ id: productId, costPrice: then }] : [];
  });
  const lists = received.flatMap(({ productId, landedCost }) => {
    const { listBefore } = before.get(productId)!;
    return listBefore === null ? [] : [{ productId, unitCost: landedCost, listBefore }];
  });
  await burst([
    lowerAverages(tx, ctx, received.map(({ productId, quantity, landedCost }) => ({ productId, quantity, unitCost: landedCost, lastCost: before.get(productId)!.costBefore }))),
    changeProducts(tx, ctx, costs),
    putListPricesBack(tx, ctx, bill.supplierId, lists),
    postMovements(tx, ctx, {
      type: "purchase",
      locationId: bill.locationId,
      lines: received.map(({ productId, quantity, landedCost }) => ({ productId, unitCost: landedCost, quantity: fix(big(quantity).times(-1), QUANTITY_SCALE), name: goods.get(productId)!.name })),
      mayGoNegative,
      source: { kind: "purchase", id: bill.id },
    }),
  ]);
}
