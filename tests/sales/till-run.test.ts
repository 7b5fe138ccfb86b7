import { expect, test } from "vitest";
import { big } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { closeShift } from "@/modules/sales/commands/close-shift.ts";
import { collectPayment } from "@/modules/sales/commands/collect-payment.ts";
import { moveCash } from "@/modules/sales/commands/move-cash.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import type { SaleView } from "@/modules/sales/queries/sale-view.ts";
import type { RegisterSaleInput } from "@/modules/sales/schema.ts";
import { changeSettings } from "@/modules/tenancy/commands/change-settings.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";

// Sales, returns, exchanges, cancellations, vouchers, debts, cash and shifts from many tills at once. DEEDS=10000 makes it long, SEED=… the same again.

const DEEDS = Number(process.env["DEEDS"] ?? 80);
const TILLS = 8;
const EXPECTED_REFUSALS = new Set([
  "stock_short", "return_excess", "sale_cancelled", "sale_returned", "sale_closed", "credit_unknown", "credit_short", "credit_spent", "payment_short", "payment_excess",
  "shift_open", "shift_closed", "not_found", "quantity_not_fractional",
]);

type Random = (below: number) => number;

interface Played {
  sellers: Context[];
  shelf: string[];
  registers: string[];
  customerId: string;
  sales: SaleView[];
  codes: string[];
  done: Map<string, number>;
  refusals: Map<string, number>;
}

async function prepare(): Promise<Played> {
  const { ctx, ctxOf } = await openShop();
  await changeSettings(ctx, { negativeStock: "refuse", cashRounding: "0.50" });
  const shelf = await Promise.all(Array.from({ length: 6 }, (_, i) => stockShelf(ctx, { stock: String(400 * (i + 1)), salePrice: `${90 + 7 * i}.37`, unit: i % 2 ? "kg" : "u" })));
  const [first] = await ctx.db.rows<{ id: string; locationId: string }>(sql`SELECT id, location_id AS "locationId" FROM register`);
  const second = newId();
  await ctx.transact(async (tx) => accept(await tx.execute(sql`INSERT INTO register (id, location_id, name) VALUES (${second}::uuid, ${first!.locationId}::uuid, 'Till 2')`)));
  const customer = await saveCustomer(ctx, null, { name: "Ana López" });
  if (!customer.ok) throw new Error(customer.code);
  return { sellers: [ctx, await ctxOf("ADMIN"), await ctxOf("ADMIN")], shelf, registers: [first!.id, second], customerId: customer.value.id, sales: [], codes: [], done: new Map(), refusals: new Map() };
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)]!;
}

function randomLines({ shelf }: Played, random: Random): RegisterSaleInput["lines"] {
  return Array.from({ length: 1 + random(3) }, () => ({ productId: pick(shelf, random), quantity: String(1 + random(4)), ...(random(4) === 0 ? { discountPercent: `${random(40)}.5` } : {}) }));
}

function randomPayments({ codes }: Played, random: Random): Pick<RegisterSaleInput, "payments"> {
  const draw = random(8);
  if (draw < 3) return {};
  if (draw === 3) return { payments: [{ method: "debit", amount: "40.00" }, { method: "cash", amount: "9000.00" }] };
  if (draw === 4) return { payments: [{ method: "cash", amount: "33.33" }, { method: "wallet", amount: "20.00" }, { method: "cash", amount: "9000.00" }] };
  if (draw === 5) return { payments: [{ method: "account", amount: "25.00" }, { method: "cash", amount: "9000.00" }] };
  return codes.length === 0 ? {} : { payments: [{ method: "store_credit", amount: `${1 + random(60)}.00`, code: pick(codes, random) }, { method: "cash", amount: "9000.00" }] };
}

/** The deeds by name, each with how often it is drawn. */
const DRAWN: readonly [name: string, weight: number, deed: (played: Played, ctx: Context, random: Random) => Promise<Result<unknown>>][] = [
  ["sale", 8, sell],
  ["return", 5, giveBack],
  ["exchange", 4, exchange],
  ["cancel", 2, (played, ctx, random) => cancelSale(ctx, played.sales.length === 0 ? newId() : pick(played.sales, random).id, { reason: "error" })],
  ["open", 2, (played, ctx, random) => openShift(ctx, { registerId: pick(played.registers, random), float: "100.00" })],
  ["close", 1, close],
  ["cash", 2, cash],
  ["collect", 1, ({ customerId, registers }, ctx, random) => collectPayment(ctx, customerId, { amount: `${1 + random(50)}.00`, method: random(2) ? "cash" : "transfer", registerId: pick(registers, random) })],
];
const BAG = DRAWN.flatMap((drawn) => Array.from({ length: drawn[1] }, () => drawn));

async function sell(played: Played, ctx: Context, random: Random): Promise<Result<unknown>> {
  const payments = randomPayments(played, random);
  const isDebt = payments.payments?.some(({ method }) => method === "account");
  const input: RegisterSaleInput = { id: newId(), registerId: pick(played.registers, random), lines: randomLines(played, random), ...payments, ...(isDebt ? { customerId: played.customerId } : {}) };
  // Some tills hear nothing and send again.
  const answers = await Promise.all(Array.from({ length: random(6) === 0 ? 2 : 1 }, () => registerSale(ctx, input)));
  const sold = answers.find((answer) => answer.ok);
  if (sold?.ok) played.sales.push(sold.value);
  return sold ?? answers[0]!;
}

async function giveBack(played: Played, ctx: Context, random: Random): Promise<Result<unknown>> {
  if (played.sales.length === 0) return accept(null);
  const sale = pick(played.sales, random);
  const line = pick(sale.lines, random);
  const done = await returnSale(ctx, sale.id, { lines: [{ saleLineId: line.id, quantity: String(1 + random(3)) }], refund: pick(["cash", "original", "store_credit"] as const, random), reason: "fallado", registerId: pick(played.registers, random) });
  if (done.ok) played.codes.push(...done.value.storeCredits.map(({ code }) => code));
  return done;
}

async function exchange(played: Played, ctx: Context, random: Random): Promise<Result<unknown>> {
  if (played.sales.length === 0) return accept(null);
  const line = pick(pick(played.sales, random).lines, random);
  const base: RegisterSaleInput = { registerId: pick(played.registers, random), lines: [{ saleLineId: line.id, quantity: `-${1 + random(2)}` }, ...randomLines(played, random)] };
  const done = await registerSale(ctx, { ...base, ...(random(2) ? { refund: "store_credit" as const } : {}) });
  if (done.ok) played.sales.push(done.value);
  return done;
}

async function openShiftOf(played: Played, ctx: Context, random: Random): Promise<string> {
  const [shift] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM till_shift WHERE closed_at IS NULL AND register_id = ${pick(played.registers, random)}::uuid`);
  return shift?.id ?? newId();
}

async function cash(played: Played, ctx: Context, random: Random): Promise<Result<unknown>> {
  return moveCash(ctx, await openShiftOf(played, ctx, random), { direction: random(2) ? "in" : "out", amount: `${1 + random(80)}.25`, purpose: pick(["safe", "bank", "expense", "owner"] as const, random), reason: "cambio" });
}

async function close(played: Played, ctx: Context, random: Random): Promise<Result<unknown>> {
  return closeShift(ctx, await openShiftOf(played, ctx, random), { counted: [{ method: "cash", amount: `${random(9000)}.00` }], reason: "conté de apuro" });
}

async function act(played: Played, random: Random): Promise<void> {
  const [name, , deed] = pick(BAG, random);
  const ctx = { ...pick(played.sellers, random), now: new Date() };
  const result = await deed(played, ctx, random);
  const count = (into: Map<string, number>, key: string) => into.set(key, (into.get(key) ?? 0) + 1);
  count(played.done, name);
  if (!result.ok) count(played.refusals, result.code);
}

test(`F9 ${DEEDS} deeds of several sellers at two registers at once: the drawer, the documents, the shelves and the books agree`, async () => {
  const random = seeded();
  const played = await prepare();
  let left = DEEDS;
  await Promise.all(Array.from({ length: TILLS }, async () => {
    while (left > 0) {
      left -= 1;
      await act(played, random);
    }
  }));
  console.log(JSON.stringify({ done: Object.fromEntries(played.done), refusals: Object.fromEntries(played.refusals) }));
  expect([...played.refusals.keys()].filter((code) => !EXPECTED_REFUSALS.has(code))).toEqual([]);
  const { db } = played.sellers[0]!;
  expect(await auditTenant(db)).toEqual([]);
  // Beside the audit, from the documents alone: what cash should be, and that every entry is balanced.
  const [sums] = await db.rows<{ cash: string; booked: string; debit: string; credit: string }>(sql`
    WITH sold AS (SELECT s.* FROM sale s WHERE NOT EXISTS (SELECT FROM sale_cancellation c WHERE c.tenant_id = s.tenant_id AND c.sale_id = s.id))
    SELECT (coalesce((SELECT sum(p.amount) FROM sale_payment p JOIN sold s ON s.tenant_id = p.tenant_id AND s.id = p.sale_id WHERE p.method = 'cash'), 0) - coalesce((SELECT sum(change) FROM sold), 0)
            - coalesce((SELECT sum(amount) FROM sale_refund WHERE method = 'cash'), 0) + coalesce((SELECT sum(amount) FROM customer_payment WHERE method = 'cash'), 0)
            + coalesce((SELECT sum(amount) FROM cash_movement WHERE purpose <> 'safe'), 0)
            + coalesce((SELECT sum((m->>'difference')::numeric) FROM z_report z, jsonb_array_elements(z.content::jsonb->'methods') m WHERE m->>'method' = 'cash'), 0))::numeric(14,2) AS cash,
           (SELECT coalesce(sum(debit - credit), 0) FROM journal_line WHERE account_code = 'cash')::numeric(14,2) AS booked,
           (SELECT sum(debit) FROM journal_line)::numeric(14,2) AS debit, (SELECT sum(credit) FROM journal_line)::numeric(14,2) AS credit`);
  expect(sums!.booked).toBe(sums!.cash);
  expect(big(sums!.debit).minus(sums!.credit).toFixed(2)).toBe("0.00");
}, DEEDS * 200 + 60_000);
