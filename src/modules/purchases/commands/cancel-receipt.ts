import { dayIn } from "@/kernel/day.ts";
import { big, compare, fix } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { lowerAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { findGoods } from "../queries/find-goods.ts";
import { getReceipt, type ReceiptView } from "../queries/get-receipt.ts";
import { loadPlace } from "../queries/load-place.ts";
import { receiptPostings } from "../rules/bill-postings.ts";
import { nameGoods } from "../rules/name-goods.ts";

/**
 * Cancels a receipt by opposite entries: the goods leave, and an order waits for them again. Refused once a bill charged some of it
 * (receipt_billed), and when the goods are gone and the shop does not go below zero (stock_short).
 */
export async function cancelReceipt(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<ReceiptView>> {
  return ctx.transact(async (tx) => {
    const first = await getReceipt(tx, id);
    if (!first) return refuse("not_found");
    const place = await loadPlace(tx, ctx, first.view);
    if (!place.ok) return place;
    // Read again behind the supplier's lock: a bill may have charged it meanwhile.
    const known = (await getReceipt(tx, id))!.view;
    if (known.status === "cancelled") return refuse("receipt_cancelled");
    if (known.status !== "unbilled") return refuse("receipt_billed");
    await tx.execute(sql`INSERT INTO goods_receipt_cancellation (receipt_id, member_id, reason, at) VALUES (${id}, ${ctx.member.id}, ${reason}, ${ctx.now})`);
    const goods = nameGoods(known.lines, await findGoods(tx, known.supplierId, known.lines), { once: true });
    if (!goods.ok) return goods;
    const came = known.lines.filter(({ quantity }) => compare(quantity, "0") > 0);
    const source = { kind: "goods_receipt", id };
    await burst([
      lowerAverages(tx, ctx, came.filter(({ unitCost }) => compare(unitCost, "0") > 0).map(({ productId, quantity, unitCost }) => ({ productId, quantity, unitCost, lastCost: null }))),
      postMovements(tx, ctx, {
        type: "purchase", locationId: known.locationId, source, mayGoNegative: place.value.negativeStock !== "refuse" && ctx.permissions.has("stock.negative"),
        lines: came.map(({ productId, quantity, name }) => ({ productId, quantity: fix(big(quantity).times(-1), QUANTITY_SCALE), name })),
      }),
      postEntry(tx, ctx, { source, businessDate: dayIn(ctx.now, place.value.timeZone), postings: receiptPostings(known.value, -1) }),
      recordAudit(tx, ctx, { action: "receipt.cancel", entity: "goods_receipt", entityId: id, detail: { number: known.number, value: known.value, reason } }),
    ]);
    return accept((await getReceipt(tx, id))!.view);
  });
}
