import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";

/** The right to work on a job, until somebody else takes it over. */
export interface JobClaim {
  /** Of the document. */
  id: string;
  claim: string;
  /** Of a worker that serves many shops: throws TurnOverError when it is another one's turn. */
  giveWay?: () => Promise<void>;
}

/** Others wait: the job goes back into the line, and on from its last transaction when its turn comes again. */
export class TurnOverError extends Error {
  constructor() {
    super("It is another shop's turn");
    this.name = "TurnOverError";
  }
}

/** The job was replaced, or taken over by a worker that found ours silent: what this transaction did must not be saved. */
export class JobLostError extends Error {
  constructor() {
    super("The job is somebody else's now");
    this.name = "JobLostError";
  }
}

/** Goes into every transaction of a job, after the document's own row: refreshes the claim, or throws JobLostError. */
export async function keepJob(tx: TenantTx, { id, claim }: JobClaim): Promise<void> {
  const kept = await tx.execute(sql`UPDATE job SET touched_at = clock_timestamp(), tries = 0 WHERE id = ${id} AND claim = ${claim}`);
  if (kept === 0) throw new JobLostError();
}

/** Ends the job together with its last effect; throws JobLostError. */
export async function endJob(tx: TenantTx, { id, claim }: JobClaim): Promise<void> {
  const ended = await tx.execute(sql`DELETE FROM job WHERE id = ${id} AND claim = ${claim}`);
  if (ended === 0) throw new JobLostError();
}
