import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { lockSales } from "../postings/lock-sales.ts";
import type { RecordPrintInput } from "../schema.ts";

export interface Printed {
  id: string;
  isCopy: boolean;
}

/**
 * Writes down that a receipt goes on paper, and says whether it is a copy: all but the first are. A till that printed without asking says
 * itself what it printed (`isCopy`). The same `id` again writes nothing more.
 */
export async function recordPrint(ctx: Context, saleId: string, input: RecordPrintInput): Promise<Result<Printed>> {
  const { form, returnId = null } = input;
  return ctx.transact(async (tx) => {
    // Two that print at once: the one that comes second is the copy.
    if (!(await lockSales(tx, ctx, { saleId })).has(saleId)) return refuse("not_found");
    if (returnId !== null && !(await tx.rows(sql`SELECT id FROM sale_return WHERE id = ${returnId} AND sale_id = ${saleId}`))[0]) return refuseField("returnId", "not_found");
    const id = input.id ?? newId(ctx.now.getTime());
    const [before] = await tx.rows<{ isCopy: boolean; isSame: boolean }>(sql`
      SELECT is_copy AS "isCopy", id = ${id}::uuid AS "isSame" FROM receipt_print WHERE sale_id = ${saleId} AND return_id IS NOT DISTINCT FROM ${returnId}::uuid ORDER BY id = ${id}::uuid DESC LIMIT 1`);
    if (before?.isSame) return accept({ id, isCopy: before.isCopy });
    const isCopy = input.isCopy ?? before !== undefined;
    await tx.execute(sql`
      INSERT INTO receipt_print (id, sale_id, return_id, form, is_copy, member_id, at) VALUES (${id}::uuid, ${saleId}::uuid, ${returnId}::uuid, ${form}, ${isCopy}, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz)`);
    await recordAudit(tx, ctx, { action: isCopy ? "sale.reprint" : "sale.print", entity: "sale", entityId: saleId, detail: { form } });
    return accept({ id, isCopy });
  });
}
