import { expect, inject, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { findSaleNumbers } from "@/modules/sales/queries/find-sale-numbers.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { listSalesSchema } from "@/modules/sales/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { asRole } from "../support/as-role.ts";
import { openShop } from "../support/open-shop.ts";
import { plantSales } from "../support/plant-sales.ts";
import { weighReading } from "../support/weigh-reading.ts";

/** SALES=100000 looks through as many, and prints what each kind of question takes. */
const SALES = Number(process.env.SALES ?? 300);

/** Enough for the planner to prefer an index. */
const MANY = 4_000;

/** What the database does by itself some time after it was written to: which moment of the run that would be is nobody's to say. */
async function learnSizes(...tables: string[]): Promise<void> {
  const owner = await asRole(inject("ownerUrl"));
  await owner.query(`ANALYZE ${tables.join()}`).finally(() => owner.close());
}

const asked = ({ limit, ...rest }: Record<string, unknown>) => listSalesSchema.parse({ ...rest, ...(limit === undefined ? {} : { limit: String(limit) }) });

async function numbersOf(ctx: Context, given: Record<string, unknown>): Promise<number[]> {
  const from = performance.now();
  const { items } = await listSales(ctx, asked(given));
  if (process.env.SALES) console.log(`${JSON.stringify(given)}: ${(performance.now() - from).toFixed(1)} ms, ${items.length} sales`);
  return items.map(({ number }) => number);
}

test("F sales are found by number, amount, customer and product in one question, page by page", async () => {
  const shop = await openShop();
  const { ctx } = shop;
  const veteran = (await shop.ctxOf("seller")).member.id;
  const { lopez } = await plantSales(ctx, SALES, veteran);
  const even = (from: number, count: number) => Array.from({ length: count }, (_, i) => from - i * 2);
  const last = SALES - (SALES % 30);
  // Once for the plans and the connection, then what is looked at.
  await listSales(ctx, asked({ q: "1" }));
  expect(await numbersOf(ctx, { q: "#42" })).toEqual([42]);
  expect(await numbersOf(ctx, { q: "42" })).toEqual([42]);
  expect(await numbersOf(ctx, { q: "42,25" })).toEqual([42]);
  expect(await numbersOf(ctx, { q: "$ 42" })).toEqual([]);
  expect(await numbersOf(ctx, { q: "lópez", limit: 2 })).toEqual([last, last - 30]);
  expect(await numbersOf(ctx, { q: "5555-0101", limit: 1 })).toEqual([last]);
  expect(await numbersOf(ctx, { q: "amoladora" })).toEqual([7]);
  expect(await numbersOf(ctx, { q: "7790895000218" })).toEqual([7]);
  expect(await numbersOf(ctx, { q: "torn 8", limit: 3 })).toEqual(even(SALES - (SALES % 2), 3));
  expect(await numbersOf(ctx, { q: "torn 8", method: "debit", limit: 2 })).toEqual([SALES - (SALES % 4), SALES - (SALES % 4) - 4]);
  expect(await numbersOf(ctx, { q: "torn 8", status: "cancelled" })).toEqual([]);
  expect(await numbersOf(ctx, { q: "nothing like it" })).toEqual([]);
  expect(await numbersOf(ctx, { limit: 3 })).toEqual([SALES, SALES - 1, SALES - 2]);
  expect(await numbersOf(ctx, { q: "amoladora", from: "2026-01-02" })).toEqual([]);
  expect(await numbersOf(ctx, { status: "partly_returned" })).toEqual([]);
  // What only old sales pass, alone and with what most pass.
  const old = SALES / 20;
  expect(await numbersOf(ctx, { memberId: veteran, limit: 1 })).toEqual([old]);
  expect(await numbersOf(ctx, { method: "wallet", status: "completed", limit: 2 })).toEqual([old - 4, old - 9].map((number) => number - (number % 50 === 1 ? 5 : 0)));
  expect(await numbersOf(ctx, { memberId: veteran, customerId: lopez, limit: 200 })).toEqual(Array.from({ length: Math.floor(old / 30) }, (_, i) => (Math.floor(old / 30) - i) * 30).slice(0, 200));
  expect(await numbersOf(ctx, { from: "2026-01-01", to: "2026-01-01", limit: 1 })).toEqual([287]);

  const first = await listSales(ctx, asked({ q: "torn 8", limit: 40 }));
  const rest = await listSales(ctx, asked({ q: "torn 8", limit: 40, cursor: first.nextCursor! }));
  expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(even(SALES - (SALES % 2), 80));
  const other = await openShop();
  expect(await numbersOf(other.ctx, { q: "42" })).toEqual([]);
}, 120_000);

test("whichever way leads into the sales, and however much of the newest is looked through first, the page is the same", async () => {
  const shop = await openShop();
  const veteran = (await shop.ctxOf("seller")).member.id;
  const { lopez, often } = await plantSales(shop.ctx, 400, veteran);
  const product = { number: null, total: null, customerIds: [], productIds: [often] };
  const filters = [
    {}, { cursor: "150" }, { memberId: veteran }, { memberId: shop.ctx.member.id, method: "debit" as const }, { method: "wallet" as const }, { method: "transfer" as const }, { status: "returned" as const }, { status: "completed" as const, cursor: "22" },
    { to: "2026-01-01" }, { from: "2026-01-02", customerId: lopez }, { to: "2026-01-01", method: "debit" as const, cursor: "200" }, { from: "2026-01-03" },
  ];
  for (const filter of filters) {
    for (const meant of [null, product]) {
      const [whole, narrow, newest] = await Promise.all([{ few: 1_000, recent: 1 }, { few: 0, recent: 5 }, { few: 0, recent: 1_000 }].map((breadth) => findSaleNumbers(shop.ctx, filter, meant, 30, breadth)));
      expect([filter, narrow, newest]).toEqual([filter, whole, whole]);
    }
  }
});

test("what a question of sales reads does not grow with what it is not about", async () => {
  const shop = await openShop();
  const veteran = (await shop.ctxOf("seller")).member.id;
  const { lopez } = await plantSales(shop.ctx, MANY, veteran);
  await learnSizes("sale", "sale_line", "sale_payment", "sale_state");
  const session = await asRole(inject("appUrl"));
  try {
    for (const given of [{ q: "#42" }, { q: "$ 42,25" }, { q: "amoladora" }, { memberId: newId() }, { method: "transfer" }, { method: "wallet", limit: 5 }, { status: "partly_returned" }, { status: "cancelled", method: "cash", limit: 5 }, { customerId: lopez, method: "transfer" }, { q: "torn 8", status: "partly_returned" }, { from: "2025-01-01", to: "2025-12-31" }, { limit: 5 }]) {
      const pages = await weighReading(session, shop.tenantId, () => listSales(shop.ctx, asked(given)));
      expect([given, pages < MANY / 4]).toEqual([given, true]);
    }
  } finally {
    await session.close();
  }
});
