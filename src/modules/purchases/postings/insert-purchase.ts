import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Goods } from "../queries/find-goods.ts";
import type { ComposedBill } from "../rules/compose-bill.ts";
import type { FreightSpread } from "../rules/spread-freight.ts";

export interface PurchaseFacts {
  id: string;
  supplierId: string;
  locationId: string;
  memberId: string;
  number: string;
  numberKey: string;
  date: string;
  dueDate: string;
  postedAt: Date;
  notes: string | null;
  freightSpread: FreightSpread;
  requestHash: string;
}

/** The whole document in one statement: head, lines with what the goods cost before, and VAT by rate. */
export async function insertPurchase(tx: TenantTx, facts: PurchaseFacts, bill: ComposedBill, goods: ReadonlyMap<string, Goods>): Promise<void> {
  const lines = bill.lines.map(({ productId, quantity, unitCost, discounts, taxRate, net, freight, landedCost }) => {
    const { sku, name, unit, cost, average, listPrice } = goods.get(productId)!;
    return { p: productId, sku, name, unit, q: quantity, c: unitCost, d: discounts, t: taxRate, n: net, f: freight, l: landedCost, cb: cost, ab: average, lb: listPrice };
  });
  await tx.execute(sql`
    WITH document AS (
      INSERT INTO purchase (id, supplier_id, location_id, member_id, number, bill_date, due_date, posted_at, subtotal, freight, freight_spread, tax, other_taxes, total, notes, request_hash)
      VALUES (${facts.id}, ${facts.supplierId}, ${facts.locationId}, ${facts.memberId}, ${facts.number}, ${facts.date}::date, ${facts.dueDate}::date, ${facts.postedAt},
              ${bill.subtotal}::numeric, ${bill.freight}::numeric, ${facts.freightSpread}, ${bill.tax}::numeric, ${bill.otherTaxes}::numeric, ${bill.total}::numeric, ${facts.notes}, ${facts.requestHash})),
    claim AS (INSERT INTO purchase_number (supplier_id, key, purchase_id) VALUES (${facts.supplierId}, ${facts.numberKey}, ${facts.id})),
    taxes AS (
      INSERT INTO purchase_tax (purchase_id, tax_rate, base, tax)
      SELECT ${facts.id}::uuid, t.* FROM unnest(${bill.taxes.map(({ taxRate }) => taxRate)}::numeric[], ${bill.taxes.map(({ base }) => base)}::numeric[], ${bill.taxes.map(({ tax }) => tax)}::numeric[]) AS t (rate, base, tax))
    INSERT INTO purchase_line (purchase_id, line_no, product_id, sku, name, unit, quantity, unit_cost, discounts, tax_rate, net, freight, landed_cost, cost_before, average_before, list_before)
    SELECT ${facts.id}::uuid, row_number() OVER (), l.p, l.sku, l.name, l.unit, l.q, l.c, l.d, l.t, l.n, l.f, l.l, l.cb, l.ab, l.lb
      FROM json_to_recordset(${JSON.stringify(lines)}::json)
           AS l (p uuid, sku text, name text, unit text, q numeric, c numeric, d text, t numeric, n numeric, f numeric, l numeric, cb numeric, ab numeric, lb numeric)`);
}
