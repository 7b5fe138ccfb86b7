import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { findPlace } from "../queries/find-place.ts";
import { getTransfer, type TransferView } from "../queries/get-transfer.ts";
import { lockTransfer } from "../queries/lock-transfer.ts";

/** Takes a request back before anything left. Whoever does works at one of the two places. */
export async function cancelTransfer(ctx: Context, id: string): Promise<Result<TransferView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockTransfer(tx, id, "requested");
    if (!locked.ok) return locked;
    const [from, to] = [await findPlace(tx, ctx, locked.value.fromId, "fromLocationId"), await findPlace(tx, ctx, locked.value.toId, "toLocationId")];
    if (!from.ok && !to.ok && from.code === "location_not_yours") return from;
    await tx.execute(sql`UPDATE stock_transfer SET status = 'canceled' WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "transfer.cancel", entity: "transfer", entityId: id, detail: {} });
    return accept((await getTransfer(tx, id))!.view);
  });
}
