import { newId } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { takeNumber } from "../postings/take-number.ts";
import { findPlace } from "../queries/find-place.ts";
import { getTransfer, type TransferView } from "../queries/get-transfer.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import { checkLines } from "../rules/check-lines.ts";
import { hashRequest } from "../rules/hash-request.ts";
import type { RequestTransferInput } from "../schema.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";

/** Asks one place for goods for another: nothing moves yet. Whoever asks works at one of the two. `input.id` makes it idempotent. */
export async function requestTransfer(ctx: Context, input: RequestTransferInput): Promise<Result<TransferView>> {
  if (input.fromLocationId === input.toLocationId) return refuseField("toLocationId", "location_same");
  const twice = input.lines.findIndex(({ productId }, i) => input.lines.findIndex((line) => line.productId === productId) < i);
  if (twice !== -1) return refuseField(`lines.${twice}.productId`, "product_repeated");
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest(input);
  return onlyOnce(input.id !== undefined, requestHash, () => write(ctx, input, id, requestHash), () => getTransfer(ctx.db, id));
}

function write(ctx: Context, input: RequestTransferInput, id: string, requestHash: string): Promise<Result<TransferView>> {
  return ctx.transact(async (tx) => {
    const [from, to, products] = await burst([
      findPlace(tx, ctx, input.fromLocationId, "fromLocationId"),
      findPlace(tx, ctx, input.toLocationId, "toLocationId"),
      loadStockProducts(tx, input.lines.map(({ productId }) => productId)),
    ]);
    const refused = [from, to].find((place) => !place.ok && place.code !== "location_not_yours") ?? (from.ok || to.ok ? null : from);
    if (refused && !refused.ok) return refused;
    const wrong = checkLines(input.lines, products);
    if (wrong) return wrong;
    await insertTransfer(tx, ctx, input, id, requestHash);
    return accept((await getTransfer(tx, id))!.view);
  });
}

async function insertTransfer(tx: TenantTx, ctx: Context, input: RequestTransferInput, id: string, requestHash: string): Promise<void> {
  await recordAudit(tx, ctx, { action: "transfer.request", entity: "transfer", entityId: id, detail: { lines: input.lines.length } });
  const number = await takeNumber(tx, "transfer");
  await tx.execute(sql`
    WITH document AS (
      INSERT INTO stock_transfer (id, number, from_id, to_id, status, notes, requested_by, requested_at, request_hash)
      VALUES (${id}, ${number}::bigint, ${input.fromLocationId}, ${input.toLocationId}, 'requested', ${input.notes ?? null}, ${ctx.member.id}, ${ctx.now}, ${requestHash}) RETURNING id)
    INSERT INTO stock_transfer_line (transfer_id, line_no, product_id, requested)
    SELECT document.id, l.no, l.product_id, l.quantity FROM document,
           unnest(${input.lines.map(({ productId }) => productId)}::uuid[], ${input.lines.map(({ quantity }) => quantity)}::numeric[]) WITH ORDINALITY AS l (product_id, quantity, no)`);
}
