import type { PriceMove } from "@/modules/catalogue/postings/change-prices.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { eachChunk } from "@/modules/tenancy/postings/each-chunk.ts";
import { endJob, type JobClaim } from "@/modules/tenancy/postings/keep-job.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { movePrices } from "../postings/move-prices.ts";
import { inPriceJob } from "./in-price-job.ts";

/** Small enough that a sale never waits long for a product, large enough that the statement's own cost vanishes. */
const CHUNK = 4_000;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** The job behind a run: the rows that wait, a chunk per transaction. Called again after a kill it goes on where it stood. */
export async function applyPriceRun(ctx: Context, job: JobClaim): Promise<void> {
  await eachChunk(job, BEFORE_ALL, (from) => inPriceJob(ctx, job, (tx) => applyChunk(tx, job.id, from)));
  await inPriceJob(ctx, job, (tx) => close(tx, job.id, "applied"), endJob);
}

/** Answers the last product of the chunk, or null when none was left. */
async function applyChunk(tx: TenantTx, runId: string, after: string): Promise<string | null> {
  const [run] = await tx.rows<{ listId: string | null; status: string }>(sql`SELECT list_id AS "listId", status FROM price_run WHERE id = ${runId} FOR NO KEY UPDATE`);
  if (run?.status !== "waiting") return null;
  const moves = await tx.rows<PriceMove>(sql`
    SELECT product_id AS "productId", from_price AS "from", to_price AS "to" FROM price_run_row
     WHERE run_id = ${runId} AND state IS NULL AND product_id > ${after} ORDER BY product_id LIMIT ${CHUNK}`);
  if (moves.length === 0) return null;
  const changed = new Set(await movePrices(tx, run.listId, runId, moves, false));
  const marks = moves.map(({ productId }) => (changed.has(productId) ? "applied" : "kept"));
  await tx.execute(sql`
    UPDATE price_run_row r SET state = m.state FROM unnest(${moves.map(({ productId }) => productId)}::uuid[], ${marks}::text[]) AS m (id, state)
     WHERE r.run_id = ${runId} AND r.product_id = m.id`);
  await tx.execute(sql`UPDATE price_run SET done = done + ${moves.length}, kept = kept + ${moves.length - changed.size} WHERE id = ${runId}`);
  return moves.at(-1)!.productId;
}

async function close(tx: TenantTx, runId: string, status: "applied" | "failed"): Promise<void> {
  await tx.execute(sql`UPDATE price_run SET status = ${status}, applied_at = statement_timestamp() WHERE id = ${runId} AND status = 'waiting'`);
}

/** After the last try: what is applied stays and may be undone. */
export async function giveUpPriceRun(ctx: Context, job: JobClaim): Promise<void> {
  await inPriceJob(ctx, job, (tx) => close(tx, job.id, "failed"), endJob);
}
