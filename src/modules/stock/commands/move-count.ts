import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { getCount, type CountSummary, type CountView } from "../queries/get-count.ts";
import { lockCount } from "../queries/lock-count.ts";

async function move(ctx: Context, id: string, from: CountSummary["status"], to: CountSummary["status"], action: string): Promise<Result<CountView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockCount(tx, ctx, id, from);
    if (!locked.ok) return locked;
    await tx.execute(sql`UPDATE stock_count SET status = ${to}, reviewed_at = CASE WHEN ${to} = 'review' THEN ${ctx.now}::timestamptz ELSE reviewed_at END WHERE id = ${id}`);
    await recordAudit(tx, ctx, { action, entity: "count", entityId: id, detail: {} });
    return accept((await getCount(ctx, tx, id))!.view);
  });
}

/** Counting is over: what was found is shown against the ledger. */
export const reviewCount = (ctx: Context, id: string): Promise<Result<CountView>> => move(ctx, id, "open", "review", "count.review");

/** Back to counting: something must be looked at again. */
export const reopenCount = (ctx: Context, id: string): Promise<Result<CountView>> => move(ctx, id, "review", "open", "count.reopen");

/** Gives a count up; nothing moves. */
export const cancelCount = (ctx: Context, id: string): Promise<Result<CountView>> => move(ctx, id, "open", "canceled", "count.cancel");
