import type { RefusalCode } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { sql } from "@/platform/db/sql.ts";
import { inJob } from "./in-job.ts";

/** Ends a job that cannot be done. What was applied stays applied: it can go on, or be undone. */
export async function failImport(ctx: Context, job: JobClaim, code: RefusalCode): Promise<void> {
  await inJob(ctx, job, (tx) => tx.execute(sql`
    UPDATE import_batch SET status = 'failed',
           failure = ${code}, touched_at = clock_timestamp()
     WHERE id = ${job.id}
       AND status IN ('processing', 'applying')`), endJob);
}
