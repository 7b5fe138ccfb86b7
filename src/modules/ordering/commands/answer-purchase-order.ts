import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { ANSWERS_BY_LINK } from "../rules/link-limits.ts";
import type { AnswerForm } from "../schema.ts";

/** What the supplier says behind the link: it is written down with its time, and changes nothing of the order. */
export async function answerPurchaseOrder({ token, kind, note }: AnswerForm, visitor: Visitor): Promise<Result<null>> {
  if (kind === "note" && note === "") return refuseField("note", "required");
  const found = await findLink("purchase_order", token, visitor);
  if (!found) return refuse("link_gone");
  const attempt = await claimAttempt(databases().control, [{ purpose: "order-answer", subject: found.linkId, limits: ANSWERS_BY_LINK }], visitor.now);
  if (!attempt.ok) return attempt;
  return found.ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO purchase_order_answer (id, purchase_order_id, kind, note, at) VALUES (${newId(visitor.now.getTime())}, ${found.documentId}, ${kind}, ${note || null}, ${visitor.now})`);
    // In the name of who made the link it is read and written; it was the supplier who spoke.
    const supplier = { now: visitor.now, member: null, request: { ...found.ctx.request, address: visitor.address, userAgent: visitor.userAgent } };
    await recordAudit(tx, supplier, { action: "purchase_order.answer", entity: "purchase_order", entityId: found.documentId, detail: { kind, note } });
    return accept(null);
  });
}
