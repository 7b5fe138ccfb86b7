import type { Context } from "@/modules/tenancy/context.ts";
import type { JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { findBatch } from "../queries/find-batch.ts";
import { applyLines } from "./apply-lines.ts";
import { applyRows } from "./apply-rows.ts";
import { undoLines } from "./undo-lines.ts";
import { undoRows } from "./undo-rows.ts";

/** The job behind "applying": a supplier's list goes to its lines, any other to the catalogue. */
export async function applyBatch(ctx: Context, job: JobClaim): Promise<void> {
  const batch = await findBatch(ctx, ctx.db, job.id);
  const terms = batch?.supplierId ? batch.plan.terms : undefined;
  return terms === undefined ? applyRows(ctx, job) : applyLines(ctx, job, terms, batch?.choices.partial === true);
}

/** The job behind an undo, in the same two ways. */
export async function undoBatch(ctx: Context, job: JobClaim): Promise<void> {
  const batch = await findBatch(ctx, ctx.db, job.id);
  return batch?.supplierId ? undoLines(ctx, job, batch.supplierId) : undoRows(ctx, job);
}
