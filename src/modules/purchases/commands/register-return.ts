import { dayIn } from "@/kernel/day.ts";
import { big, compare, fix, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { QUANTITY_SCALE, roundMoney, sumMoney } from "@/kernel/money.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { ensureAccount } from "@/modules/finance/postings/ensure-account.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import { lowerAverages } from "@/modules/stock/postings/average-costs.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { hashRequest } from "@/modules/stock/rules/hash-request.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { onlyOnce } from "@/modules/tenancy/postings/only-once.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { takePurchaseNumber } from "../postings/take-number.ts";
import { findGoods, type Goods } from "../queries/find-goods.ts";
import { getReturn, type ReturnView } from "../queries/get-return.ts";
import { loadLastCosts } from "../queries/load-last-costs.ts";
import { loadPlace, type Place } from "../queries/load-place.ts";
import { returnPostings } from "../rules/bill-postings.ts";
import { nameGoods } from "../rules/name-goods.ts";
import type { RegisterReturnInput } from "../schema.ts";

interface Leaving {
  goods: Goods;
  quantity: Decimal;
  unitCost: Decimal;
  value: Decimal;
}

/**
 * Goods go back to their supplier: they leave the shelf at what they came at, and in the books wait for the credit note. Refused when they are
 * not there and the shop does not go below zero (stock_short). `input.id` makes it idempotent.
 */
export async function registerReturn(ctx: Context, input: RegisterReturnInput): Promise<Result<ReturnView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const requestHash = hashRequest(input);
  return onlyOnce(input.id !== undefined, requestHash, () => write(ctx, input, id, requestHash), () => getReturn(ctx.db, id));
}

function write(ctx: Context, input: RegisterReturnInput, id: string, requestHash: string): Promise<Result<ReturnView>> {
  return ctx.transact(async (tx) => {
    const place = await loadPlace(tx, ctx, { locationId: input.locationId, supplierId: input.supplierId });
    if (!place.ok) return place;
    const leaving = await leavingOf(tx, input);
    if (!leaving.ok) return leaving;
    await post(tx, ctx, input, { id, requestHash, place: place.value, leaving: leaving.value });
    return accept((await getReturn(tx, id))!.view);
  });
}

async function leavingOf(tx: TenantTx, { supplierId, lines }: RegisterReturnInput): Promise<Result<Leaving[]>> {
  const goods = await findGoods(tx, supplierId, lines);
  const found = nameGoods(lines, goods, { once: true });
  if (!found.ok) return found;
  const last = await loadLastCosts(tx, supplierId, goods.map(({ id }) => id));
  return accept(lines.map(({ quantity, unitCost }, i): Leaving => {
    const one = found.value[i]!;
    const cost = unitCost ?? last.get(one.id) ?? one.average ?? one.cost ?? "0.0000";
    return { goods: one, quantity, unitCost: cost, value: roundMoney(big(quantity).times(cost)) };
  }));
}

async function post(tx: TenantTx, ctx: Context, input: RegisterReturnInput, { id, requestHash, place, leaving }: { id: string; requestHash: string; place: Place; leaving: readonly Leaving[] }): Promise<void> {
  const source = { kind: "supplier_return", id };
  const value = sumMoney(leaving.map((line) => line.value));
  const today = dayIn(ctx.now, place.timeZone);
  await burst([
    lowerAverages(tx, ctx, leaving.filter(({ unitCost }) => compare(unitCost, "0") > 0).map(({ goods, quantity, unitCost }) => ({ productId: goods.id, quantity, unitCost, lastCost: null }))),
    postMovements(tx, ctx, {
      type: "purchase", locationId: place.locationId, source, reason: input.reason, mayGoNegative: { shop: place.negativeStock, member: ctx.permissions.has("stock.negative") },
      lines: leaving.map(({ goods, quantity, unitCost }) => ({ productId: goods.id, quantity: fix(big(quantity).times(-1), QUANTITY_SCALE), unitCost, name: goods.name })),
    }),
    ensureAccount(tx, "goods_returned", "asset"),
    postEntry(tx, ctx, { source, businessDate: today, postings: returnPostings(value, 1) }),
    recordAudit(tx, ctx, { action: "supplier_return.register", entity: "supplier_return", entityId: id, detail: { reason: input.reason, lines: leaving.length, value } }),
  ]);
  const number = await takePurchaseNumber(tx, "supplier_return");
  const rows = leaving.map(({ goods, quantity, unitCost, value: worth }) => ({ p: goods.id, sku: goods.sku, name: goods.name, unit: goods.unit, q: quantity, c: unitCost, v: worth, t: goods.taxRate }));
  await tx.execute(sql`
    WITH document AS (
      INSERT INTO supplier_return (id, number, supplier_id, location_id, member_id, reason, returned_on, posted_at, notes, value, request_hash)
      VALUES (${id}, ${number}::bigint, ${input.supplierId}, ${place.locationId}, ${ctx.member.id}, ${input.reason}, ${input.date ?? today}::date, ${ctx.now}, ${input.notes ?? null}, ${value}::numeric, ${requestHash}))
    INSERT INTO supplier_return_line (return_id, line_no, product_id, sku, name, unit, quantity, unit_cost, value, tax_rate)
    SELECT ${id}::uuid, row_number() OVER (), l.p, l.sku, l.name, l.unit, l.q, l.c, l.v, l.t
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS l (p uuid, sku text, name text, unit text, q numeric, c numeric, v numeric, t numeric)`);
}
