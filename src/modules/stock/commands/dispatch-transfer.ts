import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { withdrawStock } from "../postings/withdraw-stock.ts";
import { findPlace } from "../queries/find-place.ts";
import { getTransfer, type TransferView } from "../queries/get-transfer.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import { lockTransfer } from "../queries/lock-transfer.ts";
import { chooseLines } from "../rules/choose-lines.ts";
import type { MoveTransferInput } from "../schema.ts";

/** The goods leave: out of the one place's level and on their way, in one transaction. Without lines, all that was asked for. */
export async function dispatchTransfer(ctx: Context, id: string, { lines }: Pick<MoveTransferInput, "lines">): Promise<Result<TransferView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockTransfer(tx, id, "requested");
    if (!locked.ok) return locked;
    const place = await findPlace(tx, ctx, locked.value.fromId, "fromLocationId");
    if (!place.ok) return place;
    const chosen = chooseLines(locked.value.lines, ({ requested }) => requested, lines, false);
    if (!chosen.ok) return chosen;
    const products = await loadStockProducts(tx, chosen.value.map(({ line }) => line.productId));
    await withdrawStock(tx, ctx, {
      type: "transfer",
      locationId: locked.value.fromId,
      lines: chosen.value.map(({ line, quantity }) => ({ productId: line.productId, quantity, name: line.name })),
      mayGoNegative: { shop: place.value.negativeStock, member: ctx.permissions.has("stock.negative") },
      source: { kind: "transfer", id },
    });
    await tx.execute(sql`
      UPDATE stock_transfer_line l SET dispatched = c.quantity, in_transit = c.quantity, unit_cost = c.cost
        FROM unnest(${chosen.value.map(({ line }) => line.productId)}::uuid[], ${chosen.value.map(({ quantity }) => quantity)}::numeric[],
                    ${chosen.value.map(({ line }) => products.get(line.productId)?.unitCost ?? null)}::numeric[]) AS c (product_id, quantity, cost)
       WHERE l.transfer_id = ${id} AND l.product_id = c.product_id`);
    await tx.execute(sql`UPDATE stock_transfer SET status = 'in_transit', dispatched_by = ${ctx.member.id}, dispatched_at = ${ctx.now} WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "transfer.dispatch", entity: "transfer", entityId: id, detail: { lines: chosen.value.length } });
    return accept((await getTransfer(tx, id))!.view);
  });
}
