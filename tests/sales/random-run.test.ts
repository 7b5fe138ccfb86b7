import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { big } from "@/kernel/decimal.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import type { SaleView } from "@/modules/sales/queries/sale-view.ts";
import { registerSaleSchema, type RegisterSaleInput } from "@/modules/sales/schema.ts";
import { postMovements } from "@/modules/stock/postings/post-movements.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";

// Two shops, many tills, everything at once; afterwards the books must agree with what the tills were told.

const TILLS = 12;
const DEEDS = 50;
const SHELF = 8;
const EXPECTED_REFUSALS = new Set(["stock_short", "product_unknown", "quantity_not_fractional", "payment_short", "payment_excess"]);

interface Played {
  shop: TestShop;
  shelf: string[];
  location: string;
  /** What the tills were told of each sale, by its id. */
  told: Map<string, string>;
  refusals: Map<string, number>;
}

async function prepare(): Promise<Played> {
  const shop = await openShop();
  await shop.ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const shelf = await Promise.all(Array.from({ length: SHELF }, (_, i) => stockShelf(shop.ctx, { stock: String(20 * (i + 1)), salePrice: `${100 + i}.37`, unit: i % 2 ? "kg" : "u" })));
  const [location] = await shop.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  return { shop, shelf, location: location!.id, told: new Map(), refusals: new Map() };
}

function randomSale(shelf: readonly string[], random: (below: number) => number): RegisterSaleInput {
  const line = () => {
    const draw = random(20);
    if (draw === 0) return { description: "Odds and ends", quantity: "1", unitPrice: `${1 + random(500)}.50` };
    if (draw === 1) return { productId: newId(), quantity: "1" };
    const quantity = random(3) === 0 ? `${random(3)}.${1 + random(9)}25` : String(1 + random(4));
    const discount = random(4) === 0 ? { discountPercent: `${random(60)}.5` } : {};
    return { productId: shelf[random(shelf.length)]!, quantity, ...discount };
  };
  const lines = Array.from({ length: 1 + random(5) }, line);
  const payments = random(5) === 0 ? { payments: [{ method: "debit" as const, amount: "50.00" }, { method: "cash" as const, amount: "20000.00" }] } : {};
  const ticket = random(6) === 0 ? { discountAmount: "10.00" } : {};
  return registerSaleSchema.parse({ ...(random(2) ? { id: newId() } : {}), lines, ...payments, ...ticket });
}

/** One deed: a sale, a sale sent several times at once, a sale under a key sent twice, or goods coming in. */
async function act(played: Played, random: (below: number) => number): Promise<void> {
  const { shop, shelf } = played;
  const draw = random(10);
  if (draw === 0) return receive(played, shelf[random(shelf.length)]!, String(1 + random(30)));
  const input = randomSale(shelf, random);
  if (draw === 1) {
    const key = { key: newId(), route: "/sales", hash: "hash" };
    const ctx = shop.contextAt(new Date(), key);
    return note(played, await Promise.all([registerSale(ctx, input), registerSale(ctx, input)]));
  }
  const times = input.id !== undefined && draw < 4 ? 2 + random(3) : 1;
  return note(played, await Promise.all(Array.from({ length: times }, () => registerSale(shop.contextAt(new Date()), input))));
}

async function receive({ shop, location }: Played, productId: string, quantity: string): Promise<void> {
  const received = await shop.ctx.transact(async (tx) => {
    await postMovements(tx, shop.ctx, { type: "opening", locationId: location, lines: [{ productId, quantity, name: "" }], mayGoNegative: false, source: { kind: "delivery", id: newId() } });
    return accept(null);
  });
  expect(received.ok).toBe(true);
}

/** Several answers to one request are of one sale: those that succeed are equal. */
function note({ told, refusals }: Played, answers: readonly Result<SaleView>[]): void {
  const sold = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  for (const sale of sold) {
    expect(sale).toEqual(sold[0]);
    told.set(sale.id, sale.total);
  }
  for (const answer of answers) if (!answer.ok) refusals.set(answer.code, (refusals.get(answer.code) ?? 0) + 1);
}

test("a random run of two shops from many tills: what was told is what is there, and the books are right", async () => {
  const random = seeded();
  const shops = await Promise.all([prepare(), prepare()]);
  await Promise.all(Array.from({ length: TILLS }, async (_, till) => {
    for (let i = 0; i < DEEDS; i += 1) await act(shops[till % 2]!, random);
  }));
  for (const { shop, told, refusals } of shops) {
    const { db } = shop.ctx;
    const sales = await db.rows<{ id: string; total: string }>(sql`SELECT id, total FROM sale`);
    expect(new Map(sales.map(({ id, total }) => [id, total]))).toEqual(told);
    expect([...refusals.keys()].filter((code) => !EXPECTED_REFUSALS.has(code))).toEqual([]);
    const [cash] = await db.rows<{ sum: string }>(sql`SELECT coalesce(sum(debit - credit), 0) AS sum FROM journal_line WHERE account_code IN ('cash', 'cards_to_settle')`);
    expect(cash!.sum).toBe(sales.reduce((sum, { total }) => sum.plus(total), big("0")).toFixed(2));
    const below = await db.rows(sql`SELECT product_id FROM stock_level WHERE on_hand < 0`);
    expect(below).toEqual([]);
    expect(await auditTenant(db)).toEqual([]);
  }
}, 120_000);
