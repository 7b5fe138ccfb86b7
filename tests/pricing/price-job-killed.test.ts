import { expect, test } from "vitest";
import { claimJob } from "@/jobs/claim-job.ts";
import { runJob } from "@/jobs/run-job.ts";
import type { Result } from "@/kernel/refusal.ts";
import { applyPriceRun } from "@/modules/pricing/commands/apply-price-run.ts";
import { openPriceRun } from "@/modules/pricing/commands/open-price-run.ts";
import { openUndo } from "@/modules/pricing/commands/open-undo.ts";
import { undoPriceRun } from "@/modules/pricing/commands/undo-price-run.ts";
import { getPriceRun } from "@/modules/pricing/queries/get-price-run.ts";
import { priceRunSchema, undoSchema } from "@/modules/pricing/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { doJobs } from "../support/do-jobs.ts";
import { openShop } from "../support/open-shop.ts";

// Three chunks of the job.
const PRODUCTS = 9_000;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

class Killed extends Error {}

/** A context whose `turn`-th transaction is cut after its last statement and before its COMMIT, as by a kill. */
function killedAt(ctx: Context, turn: number): Context {
  let n = 0;
  const transact: Context["transact"] = (work) => ctx.transact(async (tx) => {
    const done = await work(tx);
    if ((n += 1) === turn) throw new Killed();
    return done;
  });
  return { ...ctx, transact };
}

const forgetWorker = (tenantId: string) => databases().control.execute(sql`UPDATE job SET touched_at = clock_timestamp() - interval '31 seconds' WHERE tenant_id = ${tenantId}`);
const changesOf = async (ctx: Context, source: string) => (await ctx.db.rows<{ n: number; products: number }>(sql`SELECT count(*)::int AS n, count(DISTINCT product_id)::int AS products FROM price_change WHERE source = ${source}`))[0];
const pricesOf = async (ctx: Context) => (await ctx.db.rows<{ sum: string; least: string }>(sql`SELECT trim_scale(sum(sale_price))::text AS sum, trim_scale(min(sale_price))::text AS least FROM product`))[0];

test("D3 a worker killed between two chunks, or within one, leaves no price out and changes none twice: applying and undoing", async () => {
  const { ctx, tenantId } = await openShop();
  await ctx.db.execute(sql`INSERT INTO product (id, sku, name, tax_rate, sale_price) SELECT gen_random_uuid(), 'K-' || n, 'Tornillo ' || n, 21, n FROM generate_series(1, ${PRODUCTS}::int) n`);
  const before = await pricesOf(ctx);
  const { id } = must(await openPriceRun(ctx, priceRunSchema.parse({ scope: {}, rule: { kind: "percent", value: "10" } })));
  const first = (await claimJob({ tenantIds: [tenantId] }))!;
  await expect(applyPriceRun(killedAt(ctx, 2), first)).rejects.toThrow(Killed);
  expect(await getPriceRun(ctx, id)).toMatchObject({ status: "waiting", done: 4_000, total: PRODUCTS });
  expect(await claimJob({ tenantIds: [tenantId] })).toBeNull();
  await forgetWorker(tenantId);
  const second = (await claimJob({ tenantIds: [tenantId] }))!;
  // The worker that was taken for dead comes back: its chunk is not saved beside the other's.
  await expect(applyPriceRun(ctx, first)).rejects.toMatchObject({ name: "JobLostError" });
  await runJob(second);
  expect(await getPriceRun(ctx, id)).toMatchObject({ status: "applied", done: PRODUCTS, kept: 0 });
  expect(await changesOf(ctx, id)).toEqual({ n: PRODUCTS, products: PRODUCTS });
  expect(await pricesOf(ctx)).toMatchObject({ least: "1.1" });

  const undo = must(await openUndo(ctx, id, undoSchema.parse({})));
  const third = (await claimJob({ tenantIds: [tenantId] }))!;
  await expect(undoPriceRun(killedAt(ctx, 3), third)).rejects.toThrow(Killed);
  await forgetWorker(tenantId);
  await doJobs(tenantId);
  expect(await getPriceRun(ctx, id)).toMatchObject({ undone: PRODUCTS, undoing: false });
  expect(await changesOf(ctx, undo.id)).toEqual({ n: PRODUCTS, products: PRODUCTS });
  expect(await pricesOf(ctx)).toEqual(before);
});
