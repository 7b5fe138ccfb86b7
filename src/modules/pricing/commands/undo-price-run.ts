import type { PriceMove } from "@/modules/catalogue/postings/change-prices.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { eachChunk } from "@/modules/tenancy/postings/each-chunk.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { movePrices } from "../postings/move-prices.ts";
import { inPriceJob } from "./in-price-job.ts";

const CHUNK = 4_000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

interface OpenUndo {
  runId: string;
  listId: string | null;
  slice: object;
  overwrite: boolean;
  reached: string | null;
}

/** The job behind an undoing: rows of the run in the order of their products, a chunk per transaction. Called again it goes on behind the last that it looked at. */
export async function undoPriceRun(ctx: Context, job: JobClaim): Promise<void> {
  await eachChunk(job, BEFORE_ALL, () => inPriceJob(ctx, job, (tx) => undoChunk(tx, job.id)));
  await inPriceJob(ctx, job, async (tx) => {
    await tx.execute(sql`
      UPDATE price_undo u SET done_at = statement_timestamp(), restored = (SELECT count(*) FROM price_run_row r WHERE r.run_id = u.run_id AND r.undone_by = u.id) WHERE id = ${job.id}`);
  }, endJob);
}

/** Answers the last product of the chunk, or null when none was left. */
async function undoChunk(tx: TenantTx, undoId: string): Promise<string | null> {
  const [undo] = await tx.rows<OpenUndo>(sql`
    SELECT u.run_id AS "runId", r.list_id AS "listId", u.slice, u.overwrite, u.reached FROM price_undo u JOIN price_run r ON r.id = u.run_id WHERE u.id = ${undoId} AND u.done_at IS NULL FOR NO KEY UPDATE OF r`);
  if (!undo) return null;
  const moves = await tx.rows<PriceMove>(sql`
    SELECT r.product_id AS "productId", r.to_price AS "from", r.from_price AS "to" FROM price_run_row r
     WHERE r.run_id = ${undo.runId} AND r.state = 'applied' AND r.undone_by IS NULL AND r.product_id > ${undo.reached ?? BEFORE_ALL}
       AND (${JSON.stringify(undo.slice)}::jsonb = '{}' OR r.product_id IN (SELECT price_scope(${JSON.stringify(undo.slice)}::jsonb)))
     ORDER BY r.product_id LIMIT ${CHUNK}`);
  if (moves.length === 0) return null;
  const restored = await movePrices(tx, undo.listId, undoId, moves, undo.overwrite);
  await tx.execute(sql`UPDATE price_run_row r SET undone_by = ${undoId}::uuid FROM unnest(${restored}::uuid[]) AS m (id) WHERE r.run_id = ${undo.runId} AND r.product_id = m.id`);
  const reached = moves.at(-1)!.productId;
  await tx.execute(sql`UPDATE price_undo SET restored = restored + ${restored.length}, kept = kept + ${moves.length - restored.length}, reached = ${reached} WHERE id = ${undoId}`);
  return reached;
}

/** After the last try: what went back stays back, and another undoing finds the rest. */
export async function giveUpUndo(ctx: Context, job: JobClaim): Promise<void> {
  await inPriceJob(ctx, job, async (tx) => {
    await tx.execute(sql`UPDATE price_undo SET done_at = statement_timestamp() WHERE id = ${job.id} AND done_at IS NULL`);
  }, endJob);
}
