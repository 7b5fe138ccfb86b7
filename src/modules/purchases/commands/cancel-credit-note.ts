import { dayIn } from "@/kernel/day.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { takeAllocationsBack } from "../postings/allocate.ts";
import { postSupplierEntry } from "../postings/post-supplier-entry.ts";
import { getCreditNote, type CreditNoteView } from "../queries/get-credit-note.ts";
import { getReturn } from "../queries/get-return.ts";
import { lockSupplier } from "../queries/lock-supplier.ts";
import { creditNotePostings } from "../rules/bill-postings.ts";

/** Cancels a credit note by opposite entries: what it paid is owed again, and what it settled waits again. */
export async function cancelCreditNote(ctx: Context, id: string, { reason }: { reason: string }): Promise<Result<CreditNoteView>> {
  return ctx.transact(async (tx) => {
    const known = await getCreditNote(tx, id);
    if (!known) return refuse("not_found");
    const { view } = known;
    const supplier = await lockSupplier(tx, view.supplierId);
    if (!supplier.ok) return supplier;
    const [taken] = await tx.rows(sql`
      INSERT INTO credit_note_cancellation (credit_note_id, member_id, reason, at) VALUES (${id}, ${ctx.member.id}, ${reason}, ${ctx.now}) ON CONFLICT (tenant_id, credit_note_id) DO NOTHING RETURNING credit_note_id`);
    if (!taken) return refuse("credit_note_cancelled");
    const returned = view.returnId === null ? "0.00" : (await getReturn(tx, view.returnId))!.view.value;
    const businessDate = dayIn(ctx.now, supplier.value.timeZone);
    await burst([
      tx.execute(sql`DELETE FROM credit_note_number WHERE credit_note_id = ${id}`),
      takeAllocationsBack(tx, { creditNoteId: id }),
      postEntry(tx, ctx, { source: { kind: "credit_note", id }, businessDate, postings: creditNotePostings(view, returned, -1) }),
      postSupplierEntry(tx, ctx, { supplierId: view.supplierId, kind: "credit_note_cancelled", sourceId: id, amount: view.total, businessDate }),
      recordAudit(tx, ctx, { action: "credit_note.cancel", entity: "credit_note", entityId: id, detail: { number: view.number, total: view.total, reason } }),
    ]);
    return accept((await getCreditNote(tx, id))!.view);
  });
}
