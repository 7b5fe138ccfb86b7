import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Context } from "../context.ts";

/**
 * Leaves work for after the commit (src/jobs), done in the name of this member. A document has at most one job: a new one replaces the
 * old, and whoever still works on that finds its claim gone. With `runAt` it waits until then.
 */
export async function postJob(tx: TenantTx, ctx: Context, job: { id: string; kind: string; runAt?: Date }): Promise<void> {
  await tx.execute(sql`
    INSERT INTO job (id, kind, user_id, run_after) VALUES (${job.id}, ${job.kind}, ${ctx.member.userId}, coalesce(${job.runAt ?? null}::timestamptz, now()))
    ON CONFLICT (tenant_id, id) DO UPDATE SET kind = excluded.kind, user_id = excluded.user_id, run_after = excluded.run_after, claim = NULL, touched_at = NULL, tries = 0`);
}
