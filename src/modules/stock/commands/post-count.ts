import { dayIn } from "@/kernel/day.ts";
import { big, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney } from "@/kernel/money.ts";
import { accept, refuse, RefusedError, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { postMovements } from "../postings/post-movements.ts";
import { getCount, type CountView } from "../queries/get-count.ts";
import { loadCountEntries, type CountEntry } from "../queries/load-count-entries.ts";
import { loadStockProducts } from "../queries/load-stock-products.ts";
import { lockCount } from "../queries/lock-count.ts";
import { grossWorth, needsApproval } from "../rules/needs-approval.ts";
import { valueLines } from "../rules/value-lines.ts";
import { weighEntries } from "../rules/weigh-entries.ts";
import type { PostCountInput } from "../schema.ts";

/**
 * Approves a reviewed count: each difference becomes a movement, and at cost an entry in the books. What was sold meanwhile stays sold: the
 * difference is against the ledger at the instant of the count. Where counters disagree, `choices` names the entry that holds. Up to the worth
 * that the shop lets pass, whoever counts may post it (rules/needs-approval.ts).
 */
export async function postCount(ctx: Context, id: string, { choices }: PostCountInput): Promise<Result<CountView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockCount(tx, ctx, id, "review");
    if (!locked.ok) return locked;
    if (locked.value.stockApproval === null && !ctx.permissions.has("stock.approve")) return refuse("forbidden");
    const entries = await loadCountEntries(tx, id);
    const products = await loadStockProducts(tx, entries.map(({ productId }) => productId));
    const found = weighAll(entries, choices);
    const disputed = found.find(({ difference }) => difference === null);
    if (disputed) return refuse("count_disputed", { params: { name: products.get(disputed.productId)!.name } });

    const source = { kind: "count", id };
    const costOf = (productId: string) => products.get(productId)!.unitCost;
    const moved = await postMovements(tx, ctx, {
      type: "count", locationId: locked.value.locationId, mayGoNegative: true, source,
      lines: found.map(({ productId, difference }) => ({ productId, quantity: difference, unitCost: costOf(productId), name: products.get(productId)!.name })),
    });
    const waits = needsApproval(grossWorth(moved.map(({ productId, quantity }) => ({ quantity, unitCost: costOf(productId) }))), locked.value.stockApproval, {
      mayApprove: ctx.permissions.has("stock.approve"), isOwner: ctx.member.role === "OWNER", isOwnWork: entries.every(({ memberId }) => memberId === ctx.member.id),
    });
    // What was moved to learn what it is worth is rolled back.
    if (waits) throw new RefusedError(waits);
    const value = valueLines(moved.map(({ productId, quantity }) => ({ quantity, unitCost: costOf(productId) })));
    await postEntry(tx, ctx, { source, businessDate: dayIn(ctx.now, locked.value.timeZone), postings: [{ account: "stock", amount: value }, { account: "stock_adjustments", amount: roundMoney(big(value).times(-1)) }] });
    await tx.execute(sql`UPDATE stock_count SET status = 'posted', posted_by = ${ctx.member.id}, posted_at = ${ctx.now}, value = ${value}::numeric WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action: "count.post", entity: "count", entityId: id, detail: { counted: found.length, moved: moved.length, value } });
    return accept((await getCount(ctx, tx, id))!.view);
  });
}

function weighAll(entries: readonly CountEntry[], choices: PostCountInput["choices"]): { productId: string; difference: Decimal | null }[] {
  const ids = [...new Set(entries.map(({ productId }) => productId))];
  return ids.map((productId) => ({ productId, difference: weighEntries(entries.filter((one) => one.productId === productId), choices.find((choice) => choice.productId === productId)?.entryId) }));
}
