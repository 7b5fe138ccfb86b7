import { expect, test } from "vitest";
import type { Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { createCustomerSchema } from "@/modules/customers/schema.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { listSalesSchema } from "@/modules/sales/schema.ts";
import { accept } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";

/** SALES=100000 looks through as many, and prints what each kind of question takes. */
const SALES = Number(process.env.SALES ?? 300);

/** One statement plants so many. */
const STEP = 10_000;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** So many sales, one of each thirty to Lopez, every second one of what sells most, and one alone of what seldom does. */
async function shopOfSales() {
  const { ctx } = await openShop();
  const product = async (name: string, sku: string, barcodes: string[] = []): Promise<string> => must(await createProduct(ctx, createProductSchema.parse({ name, sku, salePrice: "10", barcodes }))).id;
  const often = await product("Tornillo autoperforante 8 × 1 1/2", "TOR-8");
  const seldom = await product("Amoladora angular", "AMO-1", ["7790895000218"]);
  const lopez = must(await saveCustomer(ctx, null, createCustomerSchema.parse({ name: "Carlos López", phone: "11 5555-0101" }))).id;
  for (let from = 1; from <= SALES; from += STEP) await plant(ctx, { lopez, often, seldom }, from, Math.min(from + STEP - 1, SALES));
  return ctx;
}

async function plant(ctx: Context, { lopez, often, seldom }: Record<"lopez" | "often" | "seldom", string>, from: number, to: number): Promise<void> {
  must(await ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO sale (id, number, location_id, customer_id, member_id, sold_at, business_date, subtotal, discount, tax, total, cost, change, request_hash)
      SELECT lpad(to_hex(n), 32, '0')::uuid, n, (SELECT id FROM location WHERE is_default), CASE WHEN n % 30 = 0 THEN ${lopez}::uuid ELSE (SELECT id FROM customer WHERE is_final_consumer) END, ${ctx.member.id}::uuid,
             timestamptz '2026-01-01' + n * interval '5 minutes', date '2026-01-01' + (n / 288)::int, n + 0.25, 0, 0, n + 0.25, 0, 0, 'hash'
        FROM generate_series(${from}::int, ${to}::int) n`);
    await tx.execute(sql`
      INSERT INTO sale_line (sale_id, id, line_no, product_id, sku, name, unit, quantity, unit_price, gross, line_discount, ticket_discount, total, tax_rate, tax)
      SELECT lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, 1, CASE WHEN n = 7 THEN ${seldom}::uuid WHEN n % 2 = 0 THEN ${often}::uuid END, 'X', 'Sold', 'u', 1, 10, 10, 0, 0, 10, 21, 1.74
        FROM generate_series(${from}::int, ${to}::int) n`);
    await tx.execute(sql`INSERT INTO sale_payment (sale_id, id, method, amount) SELECT lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, CASE WHEN n % 4 = 0 THEN 'debit' ELSE 'cash' END, n FROM generate_series(${from}::int, ${to}::int) n`);
    return accept(null);
  }));
}

const asked = ({ limit, ...rest }: Record<string, unknown>) => listSalesSchema.parse({ ...rest, ...(limit === undefined ? {} : { limit: String(limit) }) });

async function numbersOf(ctx: Context, given: Record<string, unknown>): Promise<number[]> {
  const from = performance.now();
  const { items } = await listSales(ctx, asked(given));
  if (process.env.SALES) console.log(`${JSON.stringify(given)}: ${(performance.now() - from).toFixed(1)} ms, ${items.length} sales`);
  return items.map(({ number }) => number);
}

test("F sales are found by number, amount, customer and product in one question, page by page", async () => {
  const ctx = await shopOfSales();
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
  expect(await numbersOf(ctx, { status: "cancelled" })).toEqual([]);
  expect(await numbersOf(ctx, { from: "2026-01-01", to: "2026-01-01", limit: 1 })).toEqual([287]);

  const first = await listSales(ctx, asked({ q: "torn 8", limit: 40 }));
  const rest = await listSales(ctx, asked({ q: "torn 8", limit: 40, cursor: first.nextCursor! }));
  expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(even(SALES - (SALES % 2), 80));
  const other = await openShop();
  expect(await numbersOf(other.ctx, { q: "42" })).toEqual([]);
}, 120_000);
