import { dayIn } from "@/kernel/day.ts";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { postReceipt } from "@/modules/purchases/postings/post-receipt.ts";
import { findGoods } from "@/modules/purchases/queries/find-goods.ts";
import { getReceipt, type ReceiptView } from "@/modules/purchases/queries/get-receipt.ts";
import { loadPlace } from "@/modules/purchases/queries/load-place.ts";
import { nameGoods } from "@/modules/purchases/rules/name-goods.ts";
import { hashRequest } from "@/modules/stock/rules/hash-request.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";
import { loadPurchaseOrderLines } from "../queries/get-purchase-order.ts";
import { lockPurchaseOrder } from "../queries/lock-purchase-order.ts";
import { chooseReceived } from "../rules/choose-received.ts";
import type { ReceivePurchaseOrderInput } from "../schema.ts";
import { endOrder } from "./end-purchase-order.ts";

/**
 * Goods of a sent order arrive, all or part of them, as often as they do: stock at the cost that was expected, no debt until the bill. With `close`
 * what did not come is given up. `input.id` makes it idempotent.
 */
export async function receivePurchaseOrder(ctx: Context, purchaseOrderId: string, input: ReceivePurchaseOrderInput): Promise<Result<ReceiptView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest([purchaseOrderId, input]);
  return onlyOnce(input.id !== undefined, requestHash, () => receive(ctx, purchaseOrderId, input, id, requestHash), () => getReceipt(ctx.db, id));
}

function receive(ctx: Context, purchaseOrderId: string, input: ReceivePurchaseOrderInput, id: string, requestHash: string): Promise<Result<ReceiptView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockPurchaseOrder(tx, purchaseOrderId, ["sent"]);
    if (!locked.ok) return locked;
    const place = await loadPlace(tx, ctx, locked.value);
    if (!place.ok) return place;
    const awaited = await loadPurchaseOrderLines(tx, purchaseOrderId);
    const chosen = chooseReceived(awaited, input.lines, input.close);
    if (!chosen.ok) return chosen;
    const goods = nameGoods(chosen.value, await findGoods(tx, locked.value.supplierId, chosen.value), { once: true });
    if (!goods.ok) return goods;
    const byId = new Map(awaited.map((line) => [line.productId, line]));
    const today = dayIn(ctx.now, place.value.timeZone);
    const facts = { id, requestHash, supplierId: locked.value.supplierId, locationId: locked.value.locationId, purchaseOrderId, paper: input.paper ?? null, receivedOn: input.date ?? today, businessDate: today, notes: input.notes ?? null };
    await postReceipt(tx, ctx, facts, chosen.value.map((line) => ({ ...line, unitCost: byId.get(line.productId)!.unitCost, taxRate: byId.get(line.productId)!.taxRate })), new Map(goods.value.map((one) => [one.id, one])));
    if (input.close) await endOrder(tx, ctx, purchaseOrderId, "closed", chosen.value.find(({ reason }) => reason !== null)?.reason ?? input.notes ?? "");
    return accept((await getReceipt(tx, id))!.view);
  });
}
