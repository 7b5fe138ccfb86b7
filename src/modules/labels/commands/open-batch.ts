import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { getPriceList } from "@/modules/pricing/queries/load-price-lists.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { jsonText } from "@/platform/db/json-text.ts";
import { sql } from "@/platform/db/sql.ts";
import { getBatch } from "../queries/get-batch.ts";
import { listCandidates, type LabelCandidate } from "../queries/list-candidates.ts";
import { formatOf, labelsPerPage } from "../rules/formats.ts";
import { MOST_LABELS, type OpenBatchInput } from "../schema.ts";

/**
 * Makes up labels: freezes what stands on each, and in which order. Nothing counts as printed yet. Refuses a choice without labels and one of
 * more than MOST_LABELS. The same `id` again is the same batch.
 */
export async function openBatch(ctx: Context, { id, listId, choice, layout, copies, copiesOf }: OpenBatchInput): Promise<Result<{ id: string }>> {
  const perPage = labelsPerPage(formatOf(layout.format));
  if (layout.start > perPage) return refuseField("layout.start", "too_large", { max: perPage });
  return ctx.transact(async (tx) => {
    if (await getBatch(tx, id)) return accept({ id });
    const list = await getPriceList(tx, listId);
    if (!list || !list.isActive) return refuseField("listId", "not_found");
    const { items } = await listCandidates(ctx, tx, list, choice, MOST_LABELS + 1);
    const rows = items.map((item) => ({ item, copies: copiesOf[item.id] ?? copies })).filter((row) => row.copies > 0);
    const labels = rows.reduce((sum, row) => sum + row.copies, 0);
    if (labels === 0) return refuse("labels_none");
    if (labels > MOST_LABELS) return refuse("labels_too_many", { params: { max: MOST_LABELS } });
    await tx.execute(sql`
      INSERT INTO label_batch (id, member_id, list_id, choice, layout, products, labels, created_at)
      VALUES (${id}, ${ctx.member.id}, ${listId}, ${JSON.stringify(choice)}::jsonb, ${JSON.stringify(layout)}::jsonb, ${rows.length}, ${labels}, ${ctx.now})`);
    await tx.execute(sql`
      INSERT INTO label_batch_row (batch_id, place, product_id, copies, price, facts)
      SELECT ${id}::uuid, r.place, r."productId", r.copies, r.price, r.facts
        FROM json_to_recordset(${jsonText(rows.map(rowOf))}::json) AS r (place int, "productId" uuid, copies int, price numeric, facts jsonb)`);
    await recordAudit(tx, ctx, { action: "label.make", entity: "label_batch", entityId: id, detail: { choice: choice.kind, format: layout.format, products: rows.length, labels } });
    return accept({ id });
  });
}

function rowOf({ item: { id, price, printed: _printed, ...facts }, copies }: { item: LabelCandidate; copies: number }, place: number) {
  return { place, productId: id, copies, price, facts };
}
