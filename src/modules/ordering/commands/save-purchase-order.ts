import { addDays, dayIn } from "@/kernel/day.ts";
import type { Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { takePurchaseNumber } from "@/modules/purchases/postings/take-number.ts";
import { loadExpectedCosts } from "@/modules/purchases/queries/load-expected-costs.ts";
import { nameGoods } from "@/modules/purchases/rules/name-goods.ts";
import { findPlace } from "@/modules/stock/queries/find-place.ts";
import { hashRequest } from "@/modules/stock/rules/hash-request.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { getPurchaseOrder, type PurchaseOrderView } from "../queries/get-purchase-order.ts";
import { loadOrderGoods, type OrderGoods } from "../queries/load-order-goods.ts";
import { lockPurchaseOrder } from "../queries/lock-purchase-order.ts";
import type { PurchaseOrderContent } from "../schema.ts";

interface Draft extends Pick<PurchaseOrderContent, "supplierId" | "notes"> {
  locationId: string;
  expectedOn: string | null;
  lines: (OrderGoods & { quantity: Decimal; unitCost: Decimal | null })[];
}

/** A new order, a draft until it is sent. `id` makes it idempotent. */
export async function createPurchaseOrder(ctx: Context, { id: given, ...content }: PurchaseOrderContent & { id?: string | undefined }): Promise<Result<PurchaseOrderView>> {
  const id = given ?? newId(ctx.now.getTime());
  const requestHash = hashRequest({ id, ...content });
  const write = (): Promise<Result<PurchaseOrderView>> => ctx.transact(async (tx) => {
    const draft = await draftOf(tx, ctx, content);
    if (!draft.ok) return draft;
    await recordAudit(tx, ctx, { action: "purchase_order.create", entity: "purchase_order", entityId: id, detail: { lines: draft.value.lines.length } });
    const number = await takePurchaseNumber(tx, "purchase_order");
    const { supplierId, locationId, expectedOn, notes } = draft.value;
    await tx.execute(sql`
      INSERT INTO purchase_order (id, number, supplier_id, location_id, member_id, expected_on, notes, created_at, request_hash)
      VALUES (${id}, ${number}::bigint, ${supplierId}, ${locationId}, ${ctx.member.id}, ${expectedOn}::date, ${notes ?? null}, ${ctx.now}, ${requestHash})`);
    await insertLines(tx, id, draft.value);
    return accept((await getPurchaseOrder(tx, id))!.view);
  });
  return onlyOnce(given !== undefined, requestHash, write, () => getPurchaseOrder(ctx.db, id));
}

/** Another content for a draft; what was sent stays as the supplier has it. */
export async function changePurchaseOrder(ctx: Context, id: string, content: PurchaseOrderContent): Promise<Result<PurchaseOrderView>> {
  return ctx.transact(async (tx) => {
    const locked = await lockPurchaseOrder(tx, id, ["draft"]);
    if (!locked.ok) return locked;
    const draft = await draftOf(tx, ctx, content);
    if (!draft.ok) return draft;
    const { supplierId, locationId, expectedOn, notes } = draft.value;
    await tx.execute(sql`UPDATE purchase_order SET supplier_id = ${supplierId}, location_id = ${locationId}, expected_on = ${expectedOn}::date, notes = ${notes ?? null} WHERE id = ${id}`);
    await tx.execute(sql`DELETE FROM purchase_order_line WHERE purchase_order_id = ${id}`);
    await insertLines(tx, id, draft.value);
    await recordAudit(tx, ctx, { action: "purchase_order.update", entity: "purchase_order", entityId: id, detail: { lines: draft.value.lines.length } });
    return accept((await getPurchaseOrder(tx, id))!.view);
  });
}

async function draftOf(tx: TenantTx, ctx: Context, { supplierId, locationId, expectedOn, notes, lines }: PurchaseOrderContent): Promise<Result<Draft>> {
  const place = await findPlace(tx, ctx, locationId);
  if (!place.ok) return place;
  const [supplier] = await tx.rows<{ leadDays: number | null }>(sql`SELECT lead_days AS "leadDays" FROM supplier WHERE id = ${supplierId}`);
  if (!supplier) return refuseField("supplierId", "not_found");
  const goods = await loadOrderGoods(tx, supplierId, lines);
  const found = nameGoods(lines, goods, { once: true });
  if (!found.ok) return found;
  const expected = await loadExpectedCosts(tx, supplierId, goods.map(({ id }) => id));
  const day = expectedOn ?? (supplier.leadDays === null ? null : addDays(dayIn(ctx.now, place.value.timeZone), supplier.leadDays));
  return accept({ supplierId, locationId: place.value.locationId, expectedOn: day, notes, lines: lines.map(({ quantity, unitCost }, i) => ({ ...found.value[i]!, quantity, unitCost: unitCost ?? expected.get(found.value[i]!.id) ?? null })) });
}

async function insertLines(tx: TenantTx, id: string, { lines }: Draft): Promise<void> {
  const rows = lines.map(({ id: productId, sku, name, unit, supplierCode, packSize, quantity, unitCost, taxRate }) => ({ p: productId, sku, name, unit, s: supplierCode, k: packSize, q: quantity, c: unitCost, t: taxRate }));
  await tx.execute(sql`
    INSERT INTO purchase_order_line (purchase_order_id, line_no, product_id, sku, name, unit, supplier_code, pack_size, quantity, unit_cost, tax_rate)
    SELECT ${id}::uuid, row_number() OVER (), l.p, l.sku, l.name, l.unit, l.s, l.k, l.q, l.c, l.t
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS l (p uuid, sku text, name text, unit text, s text, k numeric, q numeric, c numeric, t numeric)`);
}
