import { newId } from "@/kernel/id.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { postJob } from "@/modules/tenancy/postings/post-job.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { resolveScope } from "../queries/resolve-plan.ts";
import type { UndoInput } from "../schema.ts";

/** Leaves the undoing of a run, or of a slice of it, to a job. Answers its id. The same `id` again is the same undoing. */
export async function openUndo(ctx: Context, runId: string, { id: givenId, slice, overwrite }: UndoInput): Promise<Result<{ id: string; runId: string }>> {
  const id = givenId ?? newId(ctx.now.getTime());
  const scope = await resolveScope(ctx, slice);
  return ctx.transact(async (tx) => {
    const [run] = await tx.rows<{ status: string }>(sql`SELECT status FROM price_run WHERE id = ${runId} FOR NO KEY UPDATE`);
    if (!run) return refuse("not_found");
    const [known] = await tx.rows<{ run_id: string }>(sql`SELECT run_id FROM price_undo WHERE id = ${id}`);
    if (known) return known.run_id === runId ? accept({ id, runId }) : refuse("conflict");
    if (run.status === "waiting" || run.status === "canceled") return refuse("price_run_waiting");
    await tx.execute(sql`INSERT INTO price_undo (id, run_id, member_id, slice, overwrite, created_at) VALUES (${id}, ${runId}, ${ctx.member.id}, ${JSON.stringify(scope)}::jsonb, ${overwrite}, ${ctx.now})`);
    await postJob(tx, ctx, { id, kind: "price.undo" });
    await recordAudit(tx, ctx, { action: "price_run.undo", entity: "price_run", entityId: runId, detail: { undoId: id, slice, overwrite } });
    return accept({ id, runId });
  });
}
