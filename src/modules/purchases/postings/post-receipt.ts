import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { roundMoney, sumMoney } from "@/kernel/money.ts";
import { ensureAccount } from "@/modules/finance/postings/ensure-account.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { raiseAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { Goods } from "../queries/find-goods.ts";
import { receiptPostings } from "../rules/bill-postings.ts";
import { takePurchaseNumber } from "./take-number.ts";

export interface ReceiptFacts {
  id: string;
  supplierId: string;
  locationId: string;
  purchaseOrderId: string | null;
  /** The delivery note's own number. */
  paper: string | null;
  receivedOn: string;
  businessDate: string;
  notes: string | null;
  requestHash: string;
}

export interface ReceiptLine {
  productId: string;
  /** Zero: ordered, and it did not come. */
  quantity: Decimal;
  /** Expected cost of one unit; null when nobody promised one. */
  unitCost: Decimal | null;
  taxRate: Decimal;
  /** What was still to come of the order; null without one. */
  ordered: Decimal | null;
  reason: string | null;
}

/**
 * Goods that came before their bill, in the caller's transaction: stock and average at the expected cost, in the books against what waits for
 * bills, and no debt. The caller holds the supplier and the products (findGoods). One line a product.
 */
export async function postReceipt(tx: TenantTx, ctx: Context, facts: ReceiptFacts, lines: readonly ReceiptLine[], goods: ReadonlyMap<string, Goods>): Promise<void> {
  const source = { kind: "goods_receipt", id: facts.id };
  const valued = lines.map((line) => ({ ...line, goods: goods.get(line.productId)!, cost: costOf(line, goods.get(line.productId)!) })).map((line) => ({ ...line, value: roundMoney(big(line.quantity).times(line.cost)) }));
  const came = valued.filter(({ quantity }) => !isZero(quantity));
  const value = sumMoney(valued.map((line) => line.value));
  await burst([
    raiseAverages(tx, ctx, came.filter(({ cost }) => compare(cost, "0") > 0).map(({ productId, quantity, cost }) => ({ productId, quantity, unitCost: cost }))),
    postMovements(tx, ctx, { type: "purchase", locationId: facts.locationId, lines: came.map(({ productId, quantity, cost, goods: { name } }) => ({ productId, quantity, unitCost: cost, name })), mayGoNegative: true, source }),
    ensureAccount(tx, "goods_received", "liability"),
    postEntry(tx, ctx, { source, businessDate: facts.businessDate, postings: receiptPostings(value, 1) }),
    recordAudit(tx, ctx, { action: "receipt.register", entity: "goods_receipt", entityId: facts.id, detail: { paper: facts.paper, lines: came.length, value } }),
  ]);
  const number = await takePurchaseNumber(tx, "goods_receipt");
  const rows = valued.map(({ productId, quantity, cost, value: worth, taxRate, ordered, reason, goods: { sku, name, unit, cost: before } }) => ({ p: productId, sku, name, unit, q: quantity, o: ordered, r: reason, c: cost, v: worth, t: taxRate, b: before }));
  await tx.execute(sql`
    WITH document AS (
      INSERT INTO goods_receipt (id, number, supplier_id, location_id, purchase_order_id, member_id, paper, received_on, posted_at, notes, value, request_hash)
      VALUES (${facts.id}, ${number}::bigint, ${facts.supplierId}, ${facts.locationId}, ${facts.purchaseOrderId}::uuid, ${ctx.member.id}, ${facts.paper}, ${facts.receivedOn}::date, ${ctx.now}, ${facts.notes}, ${value}::numeric, ${facts.requestHash}))
    INSERT INTO goods_receipt_line (receipt_id, line_no, product_id, sku, name, unit, quantity, ordered, reason, unit_cost, value, tax_rate, cost_before)
    SELECT ${facts.id}::uuid, row_number() OVER (), l.p, l.sku, l.name, l.unit, l.q, l.o, l.r, l.c, l.v, l.t, l.b
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS l (p uuid, sku text, name text, unit text, q numeric, o numeric, r text, c numeric, v numeric, t numeric, b numeric)`);
}

/** What was promised, else what such goods cost on average, else what the product costs; nothing when nobody knows. */
function costOf({ unitCost }: ReceiptLine, { average, cost }: Goods): Decimal {
  return unitCost !== null && compare(unitCost, "0") > 0 ? unitCost : (average ?? cost ?? "0.0000");
}
