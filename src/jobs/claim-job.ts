import { randomUUID } from "node:crypto";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";

export interface ClaimedJob {
  tenantId: string;
  /** Of the document. */
  id: string;
  kind: string;
  userId: string;
  claim: string;
  /** Starts without progress, this one included. */
  tries: number;
}

/** Takes the job that has waited longest and is nobody's, or whose worker fell silent; null when there is none. `tenantId`: of this one only. */
export async function claimJob(tenantId: string | null = null): Promise<ClaimedJob | null> {
  const [job] = await databases().control.rows<ClaimedJob>(sql`
    UPDATE job SET claim = ${randomUUID()}, touched_at = clock_timestamp(), tries = job.tries + 1
      FROM (SELECT tenant_id, id FROM job
             WHERE run_after <= clock_timestamp() AND (claim IS NULL OR touched_at < clock_timestamp() - interval '30 seconds')
               AND (${tenantId}::uuid IS NULL OR tenant_id = ${tenantId})
             ORDER BY run_after LIMIT 1 FOR UPDATE SKIP LOCKED) next
     WHERE job.tenant_id = next.tenant_id AND job.id = next.id
    RETURNING job.tenant_id AS "tenantId", job.id, job.kind, job.user_id AS "userId", job.claim, job.tries`);
  return job ?? null;
}

/** Puts a claimed job back; it may be claimed again after `seconds`. Nothing happens when it is somebody else's by now. */
export async function returnJob({ tenantId, id, claim }: ClaimedJob, seconds: number): Promise<void> {
  await databases().control.execute(sql`
    UPDATE job SET claim = NULL, touched_at = NULL, run_after = clock_timestamp() + make_interval(secs => ${seconds}) WHERE tenant_id = ${tenantId} AND id = ${id} AND claim = ${claim}`);
}

/** Throws a job away whose member may not have it done any more. */
export async function dropJob({ tenantId, id, claim }: ClaimedJob): Promise<void> {
  await databases().control.execute(sql`DELETE FROM job WHERE tenant_id = ${tenantId} AND id = ${id} AND claim = ${claim}`);
}
