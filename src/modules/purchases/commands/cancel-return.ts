import { dayIn } from "@/kernel/day.ts";
import { compare } from "@/kernel/decimal.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { raiseAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { findGoods } from "../queries/find-goods.ts";
import { getReturn, type ReturnView } from "../queries/get-return.ts";
import { loadPlace } from "../queries/load-place.ts";
import { returnPostings } from "../rules/bill-postings.ts";
import { nameGoods } from "../rules/name-goods.ts";

/** Cancels a return by opposite entries: the goods are on the shelf again. Refused once its credit note came (return_credited). */
export async function cancelReturn(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<ReturnView>> {
  return ctx.transact(async (tx) => {
    const first = await getReturn(tx, id);
    if (!first) return refuse("not_found");
    const place = await loadPlace(tx, ctx, first.view);
    if (!place.ok) return place;
    // Read again behind the supplier's lock: its credit note may have come meanwhile.
    const known = (await getReturn(tx, id))!.view;
    if (known.status === "cancelled") return refuse("return_cancelled");
    if (known.status === "credited") return refuse("return_credited");
    await tx.execute(sql`INSERT INTO supplier_return_cancellation (return_id, member_id, reason, at) VALUES (${id}, ${ctx.member.id}, ${reason}, ${ctx.now})`);
    const goods = nameGoods(known.lines, await findGoods(tx, known.supplierId, known.lines), { once: true });
    if (!goods.ok) return goods;
    const source = { kind: "supplier_return", id };
    await burst([
      raiseAverages(tx, ctx, known.lines.filter(({ unitCost }) => compare(unitCost, "0") > 0)),
      postMovements(tx, ctx, { type: "purchase", locationId: known.locationId, source, mayGoNegative: true, lines: known.lines.map(({ productId, quantity, unitCost, name }) => ({ productId, quantity, unitCost, name })) }),
      postEntry(tx, ctx, { source, businessDate: dayIn(ctx.now, place.value.timeZone), postings: returnPostings(known.value, -1) }),
      recordAudit(tx, ctx, { action: "supplier_return.cancel", entity: "supplier_return", entityId: id, detail: { number: known.number, value: known.value, reason } }),
    ]);
    return accept((await getReturn(tx, id))!.view);
  });
}
