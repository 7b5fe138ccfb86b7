import { dayIn } from "@/kernel/day.ts";
import { big } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { roundMoney } from "@/kernel/money.ts";
import { accept, refuseField, RefusedError, type Refusal, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { postMovements } from "../postings/post-movements.ts";
import { takeNumber } from "../postings/take-number.ts";
import { findPlace } from "../queries/find-place.ts";
import { getAdjustment, type AdjustmentView } from "../queries/get-adjustment.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import { checkLines } from "../rules/check-lines.ts";
import { hashRequest } from "../rules/hash-request.ts";
import { grossWorth, needsApproval } from "../rules/needs-approval.ts";
import { valueLines } from "../rules/value-lines.ts";
import type { AdjustStockInput } from "../schema.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";

/**
 * Puts stock right by hand: adds, takes, or sets to what was found, with a reason, and in the books the difference at cost against
 * "stock_adjustments". Above the worth that the shop lets pass, only by who may approve. `input.id` makes it idempotent.
 */
export async function adjustStock(ctx: Context, input: AdjustStockInput): Promise<Result<AdjustmentView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest(input);
  return onlyOnce(input.id !== undefined, requestHash, () => adjust(ctx, input, id, requestHash), () => getAdjustment(ctx, ctx.db, id));
}

function adjust(ctx: Context, input: AdjustStockInput, id: string, requestHash: string): Promise<Result<AdjustmentView>> {
  return ctx.transact(async (tx) => {
    const [place, products] = await burst([findPlace(tx, ctx, input.locationId), loadStockProducts(tx, input.lines.map(({ productId }) => productId))]);
    if (!place.ok) return place;
    const refused = checkLines(input.lines.map(({ productId, quantity, countedQuantity }) => ({ productId, quantity: quantity ?? countedQuantity! })), products) ?? refuseTwice(input);
    if (refused) return refused;

    const source = { kind: "adjustment", id };
    const costOf = (productId: string) => products.get(productId)!.unitCost;
    const moved = await postMovements(tx, ctx, {
      type: "adjustment",
      locationId: place.value.locationId,
      lines: input.lines.map(({ productId, quantity, countedQuantity }) => ({
        productId, quantity: quantity ?? null, ...(countedQuantity === undefined ? {} : { counted: countedQuantity }), unitCost: costOf(productId), name: products.get(productId)!.name,
      })),
      mayGoNegative: { shop: place.value.negativeStock, member: ctx.permissions.has("stock.negative") },
      source,
      reason: input.reason,
    });
    const worth = grossWorth(moved.map(({ productId, quantity }) => ({ quantity, unitCost: costOf(productId) })));
    // There is nobody between who adjusts and who approves: it is one act, done by who may.
    const waits = needsApproval(worth, place.value.stockApproval, { mayApprove: ctx.permissions.has("stock.approve"), isOwner: ctx.member.role === "OWNER", isOwnWork: false });
    if (waits) throw new RefusedError(waits);
    const value = valueLines(moved.map(({ productId, quantity }) => ({ quantity, unitCost: costOf(productId) })));
    const postings = [{ account: "stock", amount: value }, { account: "stock_adjustments", amount: roundMoney(big(value).times(-1)) }];
    await burst([
      postEntry(tx, ctx, { source, businessDate: dayIn(ctx.now, place.value.timeZone), postings }),
      recordAudit(tx, ctx, { action: "stock.adjust", entity: "adjustment", entityId: id, detail: { reason: input.reason, lines: moved.length, value } }),
    ]);
    await insertAdjustment(tx, ctx, { id, requestHash, locationId: place.value.locationId, reason: input.reason, notes: input.notes ?? null, lineCount: moved.length, value });
    return accept((await getAdjustment(ctx, tx, id))!.view);
  });
}

/** "Set to 5" twice, or together with "add 2", means nothing. */
function refuseTwice({ lines }: AdjustStockInput): Refusal | null {
  const counted = new Set(lines.filter((line) => line.countedQuantity !== undefined).map(({ productId }) => productId));
  const twice = lines.findIndex(({ productId }, i) => counted.has(productId) && lines.findIndex((line) => line.productId === productId) < i);
  return twice === -1 ? null : refuseField(`lines.${twice}.productId`, "product_repeated");
}

interface AdjustmentToInsert {
  id: string;
  requestHash: string;
  locationId: string;
  reason: string;
  notes: string | null;
  lineCount: number;
  value: string;
}

async function insertAdjustment(tx: TenantTx, ctx: Context, a: AdjustmentToInsert): Promise<void> {
  const number = await takeNumber(tx, "adjustment");
  await tx.execute(sql`
    INSERT INTO stock_adjustment (id, number, location_id, member_id, at, reason, notes, line_count, value, request_hash)
    VALUES (${a.id}, ${number}::bigint, ${a.locationId}, ${ctx.member.id}, ${ctx.now}, ${a.reason}, ${a.notes}, ${a.lineCount}, ${a.value}::numeric, ${a.requestHash})`);
}
