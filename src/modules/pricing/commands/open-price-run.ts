import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postJob } from "@/modules/tenancy/postings/post-job.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { getPriceRun, type PriceRunView } from "../queries/get-price-run.ts";
import { resolvePlan } from "../queries/resolve-plan.ts";
import type { PriceRunInput } from "../schema.ts";

const FARTHEST_MS = 366 * 24 * 60 * 60 * 1_000;

/**
 * Fixes what a plan does to each product, and leaves the applying to a job, now or at `runAt`. What is applied is what is fixed here: a price
 * that moves in between is left alone. Refuses a plan that changes nothing. The same `id` again is the same run.
 */
export async function openPriceRun(ctx: Context, { id: givenId, runAt, ...input }: PriceRunInput): Promise<Result<PriceRunView>> {
  const at = runAt === undefined ? ctx.now : new Date(runAt);
  if (at.getTime() > ctx.now.getTime() + FARTHEST_MS) return refuseField("runAt", "too_large");
  const known = givenId === undefined ? null : await getPriceRun(ctx, givenId);
  if (known) return accept(known);
  const resolved = await resolvePlan(ctx, input);
  if (!resolved.ok) return resolved;
  const { maxJump, floorMargin, hold, ...plan } = resolved.value;
  const { prices: _typed, ...told } = input;
  const id = givenId ?? newId(ctx.now.getTime());
  const opened = await ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO price_run (id, member_id, list_id, status, plan, created_at, run_at, total)
      VALUES (${id}, ${ctx.member.id}, ${plan.listId}::uuid, 'waiting', ${JSON.stringify(input)}::jsonb, ${ctx.now}, ${at}, 0)`);
    const total = await tx.execute(sql`
      INSERT INTO price_run_row (run_id, product_id, from_price, to_price)
      SELECT ${id}::uuid, product_id, from_price, to_price FROM typed_price_plan(${JSON.stringify(plan)}::jsonb)
       WHERE to_price IS NOT NULL AND to_price IS DISTINCT FROM from_price
         AND NOT (${hold}::boolean AND (coalesce(abs(round((to_price - from_price) * 100 / nullif(from_price, 0), 1)) > ${maxJump}::numeric, false)
                                     OR coalesce(round(100 - cost * (100 + tax_rate) / nullif(to_price, 0), 1) < ${floorMargin}::numeric, false)))
       ORDER BY product_id`);
    if (total === 0) return refuse("prices_unchanged");
    await tx.execute(sql`UPDATE price_run SET total = ${total} WHERE id = ${id}`);
    await postJob(tx, ctx, { id, kind: "price.apply", runAt: at });
    await recordAudit(tx, ctx, { action: "price_run.open", entity: "price_run", entityId: id, detail: { ...told, products: total, runAt: at.toISOString() } });
    return accept(null);
  });
  return opened.ok ? accept((await getPriceRun(ctx, id))!) : opened;
}
