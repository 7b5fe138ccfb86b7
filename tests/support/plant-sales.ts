import { accept, type Result } from "@/kernel/refusal.ts";
import { createProduct } from "@/modules/catalogue/commands/create-product.ts";
import { createProductSchema } from "@/modules/catalogue/schema.ts";
import { saveCustomer } from "@/modules/customers/commands/save-customer.ts";
import { createCustomerSchema } from "@/modules/customers/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";

export interface PlantedSales {
  /** A customer of one sale of each thirty. */
  lopez: string;
  /** In every second sale. */
  often: string;
  /** In the seventh sale alone. */
  seldom: string;
}

/** One statement plants so many. */
const STEP = 10_000;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

/**
 * So many sales, number n of n and a quarter, 288 a day from the first of January 2026. Every fourth is paid by debit, the others in cash; the oldest twentieth was sold
 * by `veteran` and every fifth of those paid by wallet; every thousandth was cancelled, and every fiftieth of the oldest came back.
 */
export async function plantSales(ctx: Context, count: number, veteran: string): Promise<PlantedSales> {
  const product = async (name: string, sku: string, barcodes: string[] = []): Promise<string> => must(await createProduct(ctx, createProductSchema.parse({ name, sku, salePrice: "10", barcodes }))).id;
  const often = await product("Tornillo autoperforante 8 × 1 1/2", "TOR-8");
  const seldom = await product("Amoladora angular", "AMO-1", ["7790895000218"]);
  const lopez = must(await saveCustomer(ctx, null, createCustomerSchema.parse({ name: "Carlos López", phone: "11 5555-0101" }))).id;
  const planted = { lopez, often, seldom };
  for (let from = 1; from <= count; from += STEP) await plant(ctx, planted, veteran, { from, to: Math.min(from + STEP - 1, count), old: Math.floor(count / 20) });
  return planted;
}

async function plant(ctx: Context, { lopez, often, seldom }: PlantedSales, veteran: string, { from, to, old }: { from: number; to: number; old: number }): Promise<void> {
  must(await ctx.transact(async (tx) => {
    await tx.execute(sql`
      INSERT INTO sale (id, number, location_id, customer_id, member_id, sold_at, business_date, subtotal, discount, tax, total, cost, change, request_hash)
      SELECT lpad(to_hex(n), 32, '0')::uuid, n, (SELECT id FROM location WHERE is_default), CASE WHEN n % 30 = 0 THEN ${lopez}::uuid ELSE (SELECT id FROM customer WHERE is_final_consumer) END,
             CASE WHEN n <= ${old}::int THEN ${veteran}::uuid ELSE ${ctx.member.id}::uuid END, timestamptz '2026-01-01' + n * interval '5 minutes', date '2026-01-01' + (n / 288)::int, n + 0.25, 0, 0, n + 0.25, 0, 0, 'hash'
        FROM generate_series(${from}::int, ${to}::int) n`);
    await tx.execute(sql`
      INSERT INTO sale_line (sale_id, id, line_no, product_id, sku, name, unit, quantity, unit_price, gross, line_discount, ticket_discount, total, tax_rate, tax)
      SELECT lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, 1, CASE WHEN n = 7 THEN ${seldom}::uuid WHEN n % 2 = 0 THEN ${often}::uuid END, 'X', 'Sold', 'u', 1, 10, 10, 0, 0, 10, 21, 1.74
        FROM generate_series(${from}::int, ${to}::int) n`);
    await tx.execute(sql`
      INSERT INTO sale_payment (sale_id, id, method, amount)
      SELECT lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n), 32, '0')::uuid, CASE WHEN n <= ${old}::int AND n % 5 = 1 THEN 'wallet' WHEN n % 4 = 0 THEN 'debit' ELSE 'cash' END, n FROM generate_series(${from}::int, ${to}::int) n`);
    await tx.execute(sql`
      INSERT INTO sale_state (sale_id, status, at)
      SELECT lpad(to_hex(n), 32, '0')::uuid, CASE WHEN n % 1000 = 999 THEN 'cancelled' ELSE 'returned' END, ${ctx.now}::timestamptz FROM generate_series(${from}::int, ${to}::int) n WHERE n % 1000 = 999 OR (n <= ${old}::int AND n % 50 = 1)`);
    return accept(null);
  }));
}
