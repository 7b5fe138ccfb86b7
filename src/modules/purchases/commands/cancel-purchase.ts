import { dayIn } from "@/kernel/day.ts";
import { big, compare, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { PRICE_SCALE, QUANTITY_SCALE, roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import { changeProducts } from "@/modules/catalogue/postings/change-products.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { correctAverages, lowerAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { putListPricesBack } from "@/modules/suppliers/postings/take-costs.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { takeAllocationsBack } from "../postings/allocate.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { takeMatchesBack } from "../postings/write-matches.ts";
import { findGoods } from "../queries/find-goods.ts";
import { getPurchase } from "../queries/get-purchase.ts";
import { loadMatches } from "../queries/load-open-goods.ts";
import { loadPlace } from "../queries/load-place.ts";
import type { PurchaseView } from "../queries/purchase-view.ts";
import { billPostings } from "../rules/bill-postings.ts";
import { receivedGoods } from "../rules/compose-bill.ts";
import { nameGoods } from "../rules/name-goods.ts";

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
    const place = await loadPlace(tx, ctx, known);
    if (!place.ok) return place;
    const [taken] = await tx.rows(sql`
      INSERT INTO purchase_cancellation (purchase_id, member_id, reason, at) VALUES (${id}, ${ctx.member.id}, ${reason}, ${ctx.now}) ON CONFLICT (tenant_id, purchase_id) DO NOTHING RETURNING purchase_id`);
    if (!taken) return refuse("purchase_cancelled");
    await tx.execute(sql`DELETE FROM purchase_number WHERE purchase_id = ${id}`);
    const businessDate = dayIn(ctx.now, place.value.timeZone);
    const source = { kind: "purchase", id };
    const matches = await loadMatches(tx, id);
    await takeGoodsBack(tx, ctx, known, matches, place.value.negativeStock !== "refuse" && ctx.permissions.has("stock.negative"));
    await burst([
      postEntry(tx, ctx, { source, businessDate, postings: billPostings(known, -1, sumMoney(matches.map(({ value }) => value))) }),
      takeMatchesBack(tx, id),
      postSupplierEntry(tx, ctx, { supplierId: known.supplierId, kind: "bill_cancelled", sourceId: id, amount: roundMoney(big(known.total).times(-1)), businessDate }),
      takeAllocationsBack(tx, { purchaseId: id }),
      recordAudit(tx, ctx, { action: "purchase.cancel", entity: "purchase", entityId: id, detail: { number: known.number, total: known.total, reason } }),
    ]);
    return accept((await getPurchase(tx, id))!);
  });
}

type Matches = Awaited<ReturnType<typeof loadMatches>>;

/** What came with the bill leaves; what had come before it stays, at its receipt's cost again. */
async function takeGoodsBack(tx: TenantTx, ctx: Context, bill: PurchaseView, matches: Matches, mayGoNegative: boolean): Promise<void> {
  const received = receivedGoods(bill.lines);
  const named = nameGoods(received, await findGoods(tx, bill.supplierId, received), { once: true });
  if (!named.ok) throw new RefusedError(named);
  const goods = new Map(named.value.map((one) => [one.id, one]));
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
  const quantityBefore = (productId: string): Decimal => fix(matches.filter((match) => match.productId === productId).reduce((sum, match) => sum.plus(match.quantity), big("0")), QUANTITY_SCALE);
  const fresh = received.map((one) => ({ ...one, quantity: fix(big(one.quantity).minus(quantityBefore(one.productId)), QUANTITY_SCALE) })).filter(({ quantity }) => !isZero(quantity));
  const corrected = received.filter(({ productId }) => !isZero(quantityBefore(productId))).map(({ productId, landedCost }) => {
    const value = sumMoney(matches.filter((match) => match.productId === productId).map((match) => match.value));
    return { productId, quantity: quantityBefore(productId), from: landedCost, to: fix(big(value).div(quantityBefore(productId)), PRICE_SCALE) };
  });
  await burst([
    lowerAverages(tx, ctx, fresh.map(({ productId, quantity, landedCost }) => ({ productId, quantity, unitCost: landedCost, lastCost: before.get(productId)!.costBefore }))),
    changeProducts(tx, ctx, costs),
    putListPricesBack(tx, ctx, bill.supplierId, lists),
    postMovements(tx, ctx, {
      type: "purchase",
      locationId: bill.locationId,
      lines: fresh.map(({ productId, quantity, landedCost }) => ({ productId, unitCost: landedCost, quantity: fix(big(quantity).times(-1), QUANTITY_SCALE), name: goods.get(productId)!.name })),
      mayGoNegative,
      source: { kind: "purchase", id: bill.id },
    }),
    // After the movements: what came with the bill is no longer on hand.
    correctAverages(tx, ctx, corrected),
  ]);
}
