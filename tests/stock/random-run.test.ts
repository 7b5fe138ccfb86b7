import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { sql } from "@/platform/db/sql.ts";
import { watchDeadlocks } from "../support/watch-deadlocks.ts";
import { pick, prepare } from "./at-random/played.ts";
import { SALE_DEEDS, sell, SHOP_DEEDS } from "./at-random/shop-deeds.ts";
import { SUPPLIER_DEEDS } from "./at-random/supplier-deeds.ts";

// Every paper that moves goods or what is owed, at three places at once: sales, their returns, exchanges, cancellations and customers' payments; adjustments,
// transfers, counts; orders, receipts, bills, returns, credit notes, payments and what cancels them. DEEDS=10000 makes it long; SEED=… the same again.

const deadlocks = watchDeadlocks();
const WORKERS = 8;
const DEEDS = Number(process.env["DEEDS"] ?? 320);
const EXPECTED_REFUSALS = new Set([
  "not_found", "stock_short", "transfer_state", "count_state", "count_disputed", "invalid", "busy", "purchase_order_state", "receipt_billed", "receipt_cancelled", "purchase_cancelled", "payment_cancelled",
  "return_credited", "return_cancelled", "credit_note_cancelled", "difference_decided", "reason_required",
  "return_excess", "sale_cancelled", "sale_returned", "payment_short", "payment_excess",
]);

test(`E1 E2 E3 G2 G3 G4 ${DEEDS} deeds at random by ${WORKERS} at once: the audit is clean, and nobody waited in a ring`, async () => {
  const played = await prepare();
  const refusals = new Map<string, number>();
  const begin = performance.now();
  let done = 0;
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    while (done < DEEDS) {
      done += 1;
      // Half is of the counter, every third something with a supplier.
      const act = [() => sell, () => sell, () => pick(played, SALE_DEEDS), () => pick(played, SHOP_DEEDS), () => pick(played, SUPPLIER_DEEDS), () => pick(played, SUPPLIER_DEEDS)][played.random(6)]!();
      const answer = await act(played);
      if (!answer.ok) refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1);
    }
  }));
  expect([...refusals.keys()].filter((code) => !EXPECTED_REFUSALS.has(code))).toEqual([]);
  const { db } = played.now();
  const [seen] = await db.rows<Record<string, number>>(sql`
    SELECT (SELECT count(*)::int FROM sale) AS sales, (SELECT count(*)::int FROM sale_return) AS "takenBack", (SELECT count(*)::int FROM sale_cancellation) AS "salesCancelled", (SELECT count(*)::int FROM customer_payment) AS collected,
           (SELECT count(*)::int FROM purchase) AS bills, (SELECT count(*)::int FROM purchase_cancellation) AS cancelled, (SELECT count(*)::int FROM supplier_payment) AS payments,
           (SELECT count(*)::int FROM goods_receipt) AS receipts, (SELECT count(*)::int FROM receipt_match) AS matches, (SELECT count(*)::int FROM bill_difference) AS differences, (SELECT count(*)::int FROM supplier_return) AS returns,
           (SELECT count(*)::int FROM credit_note) AS notes, (SELECT count(*)::int FROM stock_adjustment) AS adjustments, (SELECT count(*)::int FROM stock_transfer WHERE status = 'received') AS received,
           (SELECT count(*)::int FROM stock_count WHERE status = 'posted') AS counts, (SELECT count(*)::int FROM stock_movement) AS movements, ${deadlocks()}::int AS deadlocks`);
  console.log(JSON.stringify({ deeds: done, seconds: Math.round((performance.now() - begin) / 1_000), ...seen, refusals: Object.fromEntries(refusals) }));
  // What needs several steps is rare: a short run may have none of it.
  const common = ["sales", "bills", "payments", "receipts", "adjustments"];
  for (const kind of DEEDS < 2_000 ? common : [...common, "matches", "differences", "returns", "notes", "received", "counts", "cancelled", "takenBack", "salesCancelled", "collected"]) expect([kind, seen![kind]! > 0]).toEqual([kind, true]);
  expect(await auditTenant(db)).toEqual([]);
  expect(deadlocks()).toBe(0);
}, 3_600_000);

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
