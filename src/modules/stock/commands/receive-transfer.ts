import { dayIn } from "@/kernel/day.ts";
import { big, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE, roundMoney } from "@/kernel/money.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { postMovements } from "../postings/post-movements.ts";
import { findPlace } from "../queries/find-place.ts";
import { getTransfer, type TransferView } from "../queries/get-transfer.ts";
import { lockTransfer, type LockedTransfer } from "../queries/lock-transfer.ts";
import { chooseLines } from "../rules/choose-lines.ts";
import { valueLines } from "../rules/value-lines.ts";
import type { MoveTransferInput } from "../schema.ts";

/**
 * The goods arrive, all that is on the way or part of it. With `close` what did not come is given up: it leaves the way, and in the books it
 * is lost at the cost it left with. A transfer with nothing left on the way is received.
 */
export async function receiveTransfer(ctx: Context, id: string, { lines, close }: MoveTransferInput): Promise<Result<TransferView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockTransfer(tx, id, "in_transit");
    if (!locked.ok) return locked;
    const place = await findPlace(tx, ctx, locked.value.toId, "toLocationId");
    if (!place.ok) return place;
    const chosen = chooseLines(locked.value.lines, ({ inTransit }) => inTransit, lines, close);
    if (!chosen.ok) return chosen;
    const arrived = new Map(chosen.value.map(({ line, quantity }) => [line.productId, quantity]));
    const source = { kind: "transfer", id };
    await postMovements(tx, ctx, {
      type: "transfer", locationId: locked.value.toId, mayGoNegative: true, source,
      lines: chosen.value.map(({ line, quantity }) => ({ productId: line.productId, quantity, unitCost: line.unitCost, name: line.name })),
    });
    const rest = restOf(locked.value.lines, arrived);
    const lost = close ? rest : [];
    const value = valueLines(lost);
    await postEntry(tx, ctx, { source, businessDate: dayIn(ctx.now, place.value.timeZone), postings: [{ account: "stock_adjustments", amount: value }, { account: "stock", amount: roundMoney(big(value).times(-1)) }] });
    await writeLines(tx, id, locked.value.lines, arrived, lost);
    if (close || rest.length === 0) await tx.execute(sql`UPDATE stock_transfer SET status = 'received', received_by = ${ctx.member.id}, received_at = ${ctx.now} WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "transfer.receive", entity: "transfer", entityId: id, detail: { lines: chosen.value.length, missing: lost.length, value } });
    return accept((await getTransfer(tx, id))!.view);
  });
}

interface Rest {
  productId: string;
  quantity: Decimal;
  unitCost: Decimal | null;
}

/** What stays on the way. */
function restOf(lines: LockedTransfer["lines"], arrived: ReadonlyMap<string, Decimal>): Rest[] {
  return lines
    .map(({ productId, inTransit, unitCost }) => ({ productId, unitCost, quantity: fix(big(inTransit).minus(arrived.get(productId) ?? "0"), QUANTITY_SCALE) }))
    .filter(({ quantity }) => !isZero(quantity));
}

async function writeLines(tx: TenantTx, id: string, lines: LockedTransfer["lines"], arrived: ReadonlyMap<string, Decimal>, lost: readonly Rest[]): Promise<void> {
  const ids = lines.map(({ productId }) => productId);
  await tx.execute(sql`
    UPDATE stock_transfer_line l SET received = received + c.arrived, missing = missing + c.lost, in_transit = in_transit - c.arrived - c.lost
      FROM unnest(${ids}::uuid[], ${ids.map((one) => arrived.get(one) ?? "0")}::numeric[], ${ids.map((one) => lost.find(({ productId }) => productId === one)?.quantity ?? "0")}::numeric[]) AS c (product_id, arrived, lost)
     WHERE l.transfer_id = ${id} AND l.product_id = c.product_id`);
}
