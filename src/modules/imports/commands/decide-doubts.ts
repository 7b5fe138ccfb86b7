import { accept, refuse, refuseField, RefusedError, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { recount } from "../postings/recount.ts";
import { lockBatch, type Batch } from "../queries/find-batch.ts";
import { loadLineProducts } from "../queries/load-line-products.ts";
import { costOfLine, decideLine, type LineValues } from "../rules/decide-line.ts";
import type { Reason } from "../rules/import-values.ts";
import { lineKey } from "../rules/match-line.ts";
import type { DecideDoubtsInput } from "../schema.ts";

interface DoubtfulRow {
  rowNo: number;
  values: LineValues;
  reasons: Reason[];
}

/**
 * Says which products doubtful lines are: one of the shop's, or none (null), or that nobody knows after all (undefined). They are judged
 * anew by it, and a reading of the same list keeps it. Refuses line_taken where another line is that product already.
 */
export async function decideDoubts(ctx: Context, id: string, { decisions }: DecideDoubtsInput): Promise<Result<{ decided: number }>> {
  if (!ctx.permissions.has("product.cost")) return refuse("forbidden");
  return ctx.transact(async (tx) => {
    const batch = await lockBatch(ctx, tx, id);
    if (!batch) return refuse("not_found");
    if (batch.status !== "review" || batch.supplierId === null) return refuse("import_not_in_review");
    const rows = await tx.rows<DoubtfulRow>(sql`
      SELECT row_no AS "rowNo", values, reasons FROM import_row WHERE batch_id = ${id} AND doubt IS NOT NULL AND row_no = ANY (${decisions.map(({ row }) => row)}::int[])`);
    const byRow = new Map(rows.map((row) => [row.rowNo, row]));
    const unknown = decisions.findIndex(({ row }) => !byRow.has(row));
    if (unknown >= 0) return refuseField(`decisions.${unknown}.row`, "not_found");
    await settle(tx, batch, decisions, byRow);
    await recount(tx, id);
    await recordAudit(tx, ctx, { action: "import.match", entity: "import", entityId: id, detail: { decisions } });
    return accept({ decided: decisions.length });
  });
}

async function settle(tx: TenantTx, batch: Batch, decisions: DecideDoubtsInput["decisions"], byRow: ReadonlyMap<number, DoubtfulRow>): Promise<void> {
  const terms = batch.plan.terms!;
  const chosen = decisions.flatMap(({ productId }) => productId ?? []);
  const products = await loadLineProducts(tx, terms.supplierId, chosen, false);
  const missing = decisions.findIndex(({ productId }) => productId != null && !products.has(productId));
  if (missing >= 0) throw new RefusedError(refuseField(`decisions.${missing}.productId`, "product_unknown"));
  const marks = decisions.map(({ row: rowNo, productId }) => {
    const { values, reasons } = byRow.get(rowNo)!;
    const own = reasons.filter(({ code }) => !OURS.has(code));
    if (productId === undefined) return { n: rowNo, v: values, d: "skipped", r: [...own, DOUBTFUL], x: null, p: null };
    const product = productId === null ? null : products.get(productId)!;
    const cost = costOfLine(values.listPrice, product?.line?.packSize ?? "1", terms);
    const decision = decideLine(values, product, terms, own);
    return { n: rowNo, v: { ...values, ...(cost === null ? {} : { costPrice: cost }) }, d: decision.verdict, r: decision.reasons, x: decision.verdict === "changed" ? decision.changes : null, p: productId };
  });
  await tx.execute(sql`
    UPDATE import_row r SET values = m.v, verdict = m.d, reasons = m.r, changes = m.x, product_id = m.p
      FROM json_to_recordset(${jsonText(marks)}::json) AS m (n int, v jsonb, d text, r jsonb, x jsonb, p uuid) WHERE r.batch_id = ${batch.id} AND r.row_no = m.n`);
  const [twice] = await tx.rows<{ row: number }>(sql`
    SELECT max(row_no) AS row FROM import_row WHERE batch_id = ${batch.id} AND product_id = ANY (${chosen}::uuid[]) AND verdict IN ('changed', 'same') GROUP BY product_id HAVING count(*) > 1 LIMIT 1`);
  if (twice) throw new RefusedError(refuseField("decisions", "line_taken", { row: twice.row }));
  await remember(tx, batch, decisions, byRow);
}

/** Judged from the values again; what was found when reading them stays. */
const OURS: ReadonlySet<string> = new Set(["row_match_doubtful", "row_price_jump", "row_back_on_list", "row_rate_missing"]);
const DOUBTFUL: Reason = { code: "row_match_doubtful", severity: "warning", field: "name" };

async function remember(tx: TenantTx, batch: Batch, decisions: DecideDoubtsInput["decisions"], byRow: ReadonlyMap<number, DoubtfulRow>): Promise<void> {
  const matches = { ...batch.matches };
  for (const { row, productId } of decisions) {
    const key = lineKey(byRow.get(row)!.values);
    if (key === null) continue;
    if (productId === undefined) delete matches[key];
    else matches[key] = productId;
  }
  await tx.execute(sql`UPDATE import_batch SET matches = ${jsonText(matches)}::jsonb, touched_at = clock_timestamp() WHERE id = ${batch.id}`);
}
