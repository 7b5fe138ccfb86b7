import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelPayment } from "@/modules/purchases/commands/cancel-payment.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { registerPurchase } from "@/modules/purchases/commands/register-purchase.ts";
import { paySupplierSchema, registerPurchaseSchema } from "@/modules/purchases/schema.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { registerSaleSchema } from "@/modules/sales/schema.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { reviewCount } from "@/modules/stock/commands/move-count.ts";
import { openCount } from "@/modules/stock/commands/open-count.ts";
import { postCount } from "@/modules/stock/commands/post-count.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { adjustStockSchema, openCountSchema, receiveTransferSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import { saveSupplier } from "@/modules/suppliers/commands/save-supplier.ts";
import { createSupplierSchema } from "@/modules/suppliers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";
import { watchDeadlocks } from "../support/watch-deadlocks.ts";

// Sales, bills, payments, adjustments, transfers and counts at once, at three places. DEEDS=10000 makes it long.

const deadlocks = watchDeadlocks();
const WORKERS = 8;
const DEEDS = Number(process.env["DEEDS"] ?? 240);
const SHELF = 9;
const EXPECTED_REFUSALS = new Set(["purchase_cancelled", "payment_cancelled", "stock_short", "transfer_state", "count_state", "count_disputed", "invalid"]);

interface Played {
  /** A fresh context: each request has its own instant. */
  now: () => Context;
  random: (below: number) => number;
  shelf: string[];
  places: string[];
  transfers: string[];
  counts: string[];
  suppliers: string[];
  bills: string[];
  payments: string[];
  /** Papers are numbered one after the other, so that each is taken. */
  papers: number;
}

async function prepare(): Promise<Played> {
  const shop = await openShop();
  await shop.ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const shelf = [];
  for (let i = 0; i < SHELF; i += 1) shelf.push(await stockShelf(shop.ctx, { stock: String(50 * (i + 1)), costPrice: `${10 + i}.37`, unit: i % 3 ? "u" : "kg" }));
  const [first] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const places = [first!.id];
  for (const name of ["Norte", "Sur"]) {
    const made = await saveLocation(shop.ctx, null, { name, kind: "warehouse" });
    if (made.ok) places.push(made.value.id);
  }
  const suppliers = [];
  for (const name of ["Sur", "Oeste"]) {
    const made = await saveSupplier(shop.ctx, null, createSupplierSchema.parse({ name }));
    if (made.ok) suppliers.push(made.value.id);
  }
  return { suppliers, bills: [], payments: [], papers: 0, now: () => shop.contextAt(new Date()), random: seeded(), shelf, places, transfers: [], counts: [] };
}

const pick = <T>({ random }: Played, from: readonly T[]): T => from[random(from.length)]!;
/** Some products, each once, in no order. */
const some = (played: Played): string[] => [...new Set(Array.from({ length: 1 + played.random(5) }, () => pick(played, played.shelf)))];

function keep(list: string[], made: Result<{ id: string }>): Result<unknown> {
  if (made.ok) list.push(made.value.id);
  return made;
}

const DEEDS_OF: readonly ((played: Played) => Promise<Result<unknown>>)[] = [
  (played) => registerSale(played.now(), registerSaleSchema.parse({ locationId: pick(played, played.places), lines: some(played).map((productId) => ({ productId, quantity: String(1 + played.random(3)) })) })),
  async (played) => {
    played.papers += 1;
    const lines = some(played).map((productId) => ({ productId, quantity: String(1 + played.random(9)), unitCost: `${1 + played.random(40)}.${10 + played.random(90)}`, weight: "1.5" }));
    return keep(played.bills, await registerPurchase(played.now(), registerPurchaseSchema.parse({
      supplierId: pick(played, played.suppliers), locationId: pick(played, played.places), number: `A 1-${played.papers}`, date: "2026-11-02", lines, freight: `${played.random(50)}.37`, freightSpread: pick(played, ["value", "weight", "units"]),
    })));
  },
  async (played) => keep(played.payments, await paySupplier(played.now(), pick(played, played.suppliers), paySupplierSchema.parse({ amount: `${1 + played.random(300)}.55` }))),
  (played) => cancelPurchase(played.now(), played.bills.at(-1 - played.random(4)) ?? newId(), { reason: "mal" }),
  (played) => cancelPayment(played.now(), played.payments.at(-1 - played.random(4)) ?? newId(), { reason: "mal" }),
  (played) => adjustStock(played.now(), adjustStockSchema.parse({
    id: newId(), locationId: pick(played, played.places), reason: "correction",
    lines: some(played).map((productId) => (played.random(2) ? { productId, quantity: String(played.random(2) ? 1 + played.random(9) : -1 - played.random(4)) } : { productId, countedQuantity: String(played.random(60)) })),
  })),
  async (played) => {
    const from = played.random(3);
    const lines = some(played).map((productId) => ({ productId, quantity: String(1 + played.random(6)) }));
    const asked = await requestTransfer(played.now(), requestTransferSchema.parse({ fromLocationId: played.places[from], toLocationId: played.places[(from + 1) % 3], lines }));
    if (asked.ok && played.random(3)) await dispatchTransfer(played.now(), asked.value.id, {});
    return keep(played.transfers, asked);
  },
  (played) => dispatchTransfer(played.now(), played.transfers.at(-1 - played.random(3)) ?? newId(), {}),
  (played) => receiveTransfer(played.now(), played.transfers.at(-1 - played.random(4)) ?? newId(), receiveTransferSchema.parse({ close: played.random(3) === 0 })),
  async (played) => keep(played.counts, await openCount(played.now(), openCountSchema.parse({ locationId: pick(played, played.places) }))),
  (played) => recordCount(played.now(), played.counts.at(-1) ?? newId(), { lines: some(played).map((productId) => ({ productId, counted: String(played.random(80)) })) }),
  async (played) => {
    const id = played.counts.at(-1 - played.random(2)) ?? newId();
    await reviewCount(played.now(), id);
    return postCount(played.now(), id, { choices: [] });
  },
];

test(`E1 E2 E3 G3 G4 ${DEEDS} deeds at random by ${WORKERS} at once: the audit is clean, and nobody waited in a ring`, async () => {
  const played = await prepare();
  const refusals = new Map<string, number>();
  let done = 0;
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    while (done < DEEDS) {
      done += 1;
      // Sales are half of it, as in a shop.
      const answer = await (played.random(2) ? DEEDS_OF[0]! : pick(played, DEEDS_OF))(played);
      if (!answer.ok) refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1);
    }
  }));
  expect([...refusals.keys()].filter((code) => !EXPECTED_REFUSALS.has(code) && code !== "not_found")).toEqual([]);
  const { db } = played.now();
  const [seen] = await db.rows<Record<string, number>>(sql`
    SELECT (SELECT count(*)::int FROM sale) AS sales, (SELECT count(*)::int FROM purchase) AS bills, (SELECT count(*)::int FROM purchase_cancellation) AS cancelled, (SELECT count(*)::int FROM supplier_payment) AS payments,
           (SELECT count(*)::int FROM stock_adjustment) AS adjustments, (SELECT count(*)::int FROM stock_transfer WHERE status = 'received') AS received,
           (SELECT count(*)::int FROM stock_count WHERE status = 'posted') AS counts, (SELECT count(*)::int FROM stock_movement) AS movements, ${deadlocks()}::int AS deadlocks`);
  console.log(JSON.stringify({ deeds: done, ...seen, refusals: Object.fromEntries(refusals) }));
  // Whole transfers are rare: a short run may have none.
  for (const kind of ["sales", "bills", "payments", "adjustments", "counts", ...(DEEDS < 2_000 ? [] : ["received"])]) expect([kind, seen![kind]! > 0]).toEqual([kind, true]);
  expect(await auditTenant(db)).toEqual([]);
  expect(deadlocks()).toBe(0);
}, 900_000);

test("E1 control: the same goods moved in no order do wait in rings", async () => {
  const { now, shelf, places } = await prepare();
  const before = deadlocks();
  const move = (productIds: readonly string[]) => now().transact(async (tx) => {
    for (const productId of productIds) {
      await postMovements(tx, now(), { type: "adjustment", locationId: places[0]!, lines: [{ productId, quantity: "1", name: "" }], mayGoNegative: true, source: { kind: "test", id: newId() } });
    }
    return accept(null);
  }).catch(() => null);
  await Promise.all(Array.from({ length: 3 }, async (_, worker) => {
    for (let i = 0; i < 2; i += 1) await move(worker % 2 ? shelf : shelf.toReversed());
  }));
  expect(deadlocks()).toBeGreaterThan(before);
}, 60_000);
