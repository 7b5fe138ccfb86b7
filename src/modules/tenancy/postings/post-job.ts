import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Context } from "../context.ts";

/**
 * Leaves work for after the commit (src/jobs), done in the name of this member. A document has at most one job: a new one replaces the
 * old, and whoever still works on that finds its claim gone. With `runAt` it waits until then. `isLong`: work of many seconds that cannot
 * stop half-way for another shop's turn; a process does one such at a time.
 */
export async function postJob(tx: TenantTx, ctx: Context, job: { id: string; kind: string; runAt?: Date; isLong?: boolean }): Promise<void> {
  await tx.execute(sql`
    INSERT INTO job (id, kind, user_id, run_after, is_long) VALUES (${job.id}, ${job.kind}, ${ctx.member.userId}, coalesce(${job.runAt ?? null}::timestamptz, now()), ${job.isLong ?? false})
    ON CONFLICT (tenant_id, id) DO UPDATE SET kind = excluded.kind, user_id = excluded.user_id, run_after = excluded.run_after, is_long = excluded.is_long, claim = NULL, touched_at = NULL, tries = 0`);
}
