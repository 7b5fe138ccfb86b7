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

export interface ClaimOptions {
  /** Of these tenants only. */
  tenantIds?: readonly string[];
  /** Leaves long work that cannot stop half-way to another worker. */
  shortOnly?: boolean;
}

/**
 * Takes the job that is first in line and is nobody's, or whose worker fell silent; null when there is none. The other jobs of its shop
 * that wait go behind those of all others: shops are served in turn, however much one of them has asked for. (Places in line are cut to the
 * milliseconds that the column keeps: rounded up, a job would not be due yet.)
 */
export async function claimJob({ tenantIds, shortOnly = false }: ClaimOptions = {}): Promise<ClaimedJob | null> {
  const only = tenantIds ?? null;
  const [job] = await databases().control.rows<ClaimedJob>(sql`
    WITH next AS (
      SELECT tenant_id, id FROM job
       WHERE run_after <= clock_timestamp() AND (claim IS NULL OR touched_at < clock_timestamp() - interval '30 seconds')
         AND (${only}::uuid[] IS NULL OR tenant_id = ANY (${only}::uuid[])) AND NOT (is_long AND ${shortOnly}::boolean)
       ORDER BY run_after, created_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ), others AS (
      SELECT job.tenant_id, job.id FROM job JOIN next ON job.tenant_id = next.tenant_id AND job.id <> next.id
       WHERE job.claim IS NULL AND job.run_after <= clock_timestamp() FOR UPDATE OF job SKIP LOCKED
    ), behind AS (
      UPDATE job SET run_after = date_trunc('milliseconds', clock_timestamp()) FROM others WHERE job.tenant_id = others.tenant_id AND job.id = others.id
    )
    UPDATE job SET claim = ${randomUUID()}, touched_at = clock_timestamp(), tries = job.tries + 1 FROM next
     WHERE job.tenant_id = next.tenant_id AND job.id = next.id
    RETURNING job.tenant_id AS "tenantId", job.id, job.kind, job.user_id AS "userId", job.claim, job.tries`);
  return job ?? null;
}

/** Whether a job of another shop could be done now and nobody does it. */
export async function othersWait(tenantId: string): Promise<boolean> {
  const [other] = await databases().control.rows(sql`
    SELECT FROM job WHERE tenant_id <> ${tenantId} AND run_after <= clock_timestamp()
       AND (claim IS NULL OR touched_at < clock_timestamp() - interval '30 seconds') LIMIT 1`);
  return other !== undefined;
}

/** Puts a claimed job back; it may be claimed again after `seconds`, behind all that wait by then. Nothing happens when it is somebody else's by now. */
export async function returnJob({ tenantId, id, claim }: ClaimedJob, seconds: number): Promise<void> {
  await databases().control.execute(sql`
    UPDATE job SET claim = NULL, touched_at = NULL, run_after = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => ${seconds}) WHERE tenant_id = ${tenantId} AND id = ${id} AND claim = ${claim}`);
}

/** Throws a job away whose member may not have it done any more. */
export async function dropJob({ tenantId, id, claim }: ClaimedJob): Promise<void> {
  await databases().control.execute(sql`DELETE FROM job WHERE tenant_id = ${tenantId} AND id = ${id} AND claim = ${claim}`);
}
