import { dayIn } from "@/kernel/day.ts";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { hashRequest } from "@/modules/stock/rules/hash-request.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";
import { postReceipt } from "../postings/post-receipt.ts";
import { findGoods } from "../queries/find-goods.ts";
import { getReceipt, type ReceiptView } from "../queries/get-receipt.ts";
import { loadExpectedCosts } from "../queries/load-expected-costs.ts";
import { loadPlace } from "../queries/load-place.ts";
import { nameGoods } from "../rules/name-goods.ts";
import type { RegisterReceiptInput } from "../schema.ts";

/**
 * Goods that came without a bill and without an order: they go on the shelf at the expected cost and wait for their bill. `input.id` makes it
 * idempotent.
 */
export async function registerReceipt(ctx: Context, input: RegisterReceiptInput): Promise<Result<ReceiptView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest(input);
  return onlyOnce(input.id !== undefined, requestHash, () => write(ctx, input, id, requestHash), () => getReceipt(ctx.db, id));
}

function write(ctx: Context, input: RegisterReceiptInput, id: string, requestHash: string): Promise<Result<ReceiptView>> {
  return ctx.transact(async (tx) => {
    const place = await loadPlace(tx, ctx, { locationId: input.locationId, supplierId: input.supplierId });
    if (!place.ok) return place;
    const goods = await findGoods(tx, input.supplierId, input.lines);
    const found = nameGoods(input.lines, goods, { once: true });
    if (!found.ok) return found;
    const expected = await loadExpectedCosts(tx, input.supplierId, goods.map((one) => one.id));
    const today = dayIn(ctx.now, place.value.timeZone);
    const facts = { id, requestHash, supplierId: input.supplierId, locationId: place.value.locationId, purchaseOrderId: null, paper: input.paper ?? null, receivedOn: input.date ?? today, businessDate: today, notes: input.notes ?? null };
    await postReceipt(tx, ctx, facts, input.lines.map(({ quantity, unitCost }, i) => ({ productId: found.value[i]!.id, quantity, unitCost: unitCost ?? expected.get(found.value[i]!.id) ?? null, taxRate: found.value[i]!.taxRate, ordered: null, reason: null })), new Map(goods.map((one) => [one.id, one])));
    return accept((await getReceipt(tx, id))!.view);
  });
}
