import { RefusedError, accept } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { keepJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { sqlState, type TenantTx } from "@/platform/db/tenant-client.ts";

const UNIQUE_VIOLATION = "23505";
const TRIES = 3;

/**
 * One transaction of a job. Its last statement refreshes the claim, so that nothing is saved by a worker that was taken for dead.
 * A code that somebody took between our look and our insert makes it run again, and then it is seen. Throws JobLostError.
 */
export async function inJob<T>(ctx: Context, claim: JobClaim, work: (tx: TenantTx) => Promise<T>, finish: (tx: TenantTx, claim: JobClaim) => Promise<void> = keepJob): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const done = await ctx.transact(async (tx) => {
        const value = await work(tx);
        await finish(tx, claim);
        return accept(value);
      });
      if (!done.ok) throw new RefusedError(done);
      return done.value;
    } catch (error) {
      if (attempt === TRIES || sqlState(error) !== UNIQUE_VIOLATION) throw error;
    }
  }
}
