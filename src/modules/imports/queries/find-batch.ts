import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { ImportStatus } from "../rules/import-status.ts";
import type { RowCounts } from "../rules/row-counts.ts";
import type { KeptPlan } from "../rules/kept-plan.ts";
import type { Decisions } from "../rules/match-line.ts";
import type { Choices } from "../rules/import-values.ts";

export interface Batch {
  id: string;
  memberId: string;
  /** Whose price list it is; null for a list of the shop's own. */
  supplierId: string | null;
  fileName: string;
  status: ImportStatus;
  /** Empty until the file was read. */
  plan: Partial<KeptPlan>;
  choices: Choices;
  /** What a person said doubtful lines are. */
  matches: Decisions;
  counts: Partial<RowCounts>;
  totalRows: number;
  doneRows: number;
  failure: string | null;
  newCategories: string[];
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  memberName: string;
  /** What is being done, or waits to be. */
  job: string | null;
}

/**
 * A batch that this member may see, or null. Whoever may not see costs sees only what they brought themselves. Work whose job is gone
 * (dropped with the member who had asked for it) has failed, so that somebody else can go on with it.
 */
export async function findBatch(ctx: Pick<Context, "member" | "permissions">, db: Pick<TenantTx, "rows">, id: string): Promise<Batch | null> {
  const [batch] = await db.rows<Batch>(sql`
    SELECT b.id, b.member_id AS "memberId", b.supplier_id AS "supplierId", b.matches, b.file_name AS "fileName", b.plan, b.choices, b.counts, b.total_rows AS "totalRows", b.done_rows AS "doneRows",
           CASE WHEN work.lost THEN 'failed' ELSE b.status END AS status, CASE WHEN work.lost THEN 'import_interrupted' ELSE b.failure END AS failure, b.new_categories AS "newCategories", b.created_at AS "createdAt", b.applied_at AS "appliedAt", b.undone_at AS "undoneAt", m.name AS "memberName", j.kind AS job
      FROM import_batch b JOIN member m ON m.tenant_id = b.tenant_id AND m.id = b.member_id LEFT JOIN job j ON j.tenant_id = b.tenant_id AND j.id = b.id
     CROSS JOIN LATERAL (SELECT j.id IS NULL AND b.status IN ('processing', 'applying') AS lost) work
     WHERE b.id = ${id} AND (b.member_id = ${ctx.member.id} OR ${ctx.permissions.has("product.cost")}::boolean)`);
  return batch ?? null;
}

/** The same, its row locked until the transaction ends. */
export async function lockBatch(ctx: Context, tx: TenantTx, id: string): Promise<Batch | null> {
  await tx.rows(sql`SELECT FROM import_batch WHERE id = ${id} FOR UPDATE`);
  return findBatch(ctx, tx, id);
}
