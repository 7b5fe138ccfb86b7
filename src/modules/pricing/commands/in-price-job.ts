import { accept, RefusedError } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { keepJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** One transaction of a job of prices, its claim refreshed last: a worker that was taken for dead saves nothing. Throws JobLostError. */
export async function inPriceJob<T>(ctx: Context, job: JobClaim, work: (tx: TenantTx) => Promise<T>, finish: (tx: TenantTx, job: JobClaim) => Promise<void> = keepJob): Promise<T> {
  const done = await ctx.transact(async (tx) => {
    const value = await work(tx);
    await finish(tx, job);
    return accept(value);
  });
  if (!done.ok) throw new RefusedError(done);
  return done.value;
}
