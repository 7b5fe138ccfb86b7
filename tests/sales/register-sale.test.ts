import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { getSale } from "@/modules/sales/queries/get-sale.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { seeded } from "../support/seeded.ts";
import { stockShelf } from "../support/stock-shelf.ts";

async function onHand(ctx: Context, productId: string): Promise<string | undefined> {
  const [level] = await ctx.db.rows<{ on_hand: string }>(sql`SELECT on_hand FROM stock_level WHERE product_id = ${productId}`);
  return level?.on_hand;
}

async function countSales(ctx: Context): Promise<number> {
  return ctx.db.sale.count();
}

test("a sale moves stock, money and the books at once, and reads back as it was answered", async () => {
  const { ctx } = await openShop();
  const hammer = await stockShelf(ctx, { stock: "10" });
  const cable = await stockShelf(ctx, { name: "Cable", unit: "m", salePrice: "1180", costPrice: "700", stock: "100" });
  const sold = await registerSale(ctx, {
    lines: [{ productId: hammer, quantity: "2" }, { productId: cable, quantity: "12.5", discountPercent: "10" }],
    payments: [{ method: "cash", amount: "20000" }],
  });
  if (!sold.ok) throw new Error(sold.code);
  expect(sold.value).toMatchObject({ number: 1, subtotal: "14992.00", discount: "1475.00", total: "13517.00", change: "6483.00" });
  expect(await getSale(ctx.db, sold.value.id)).toEqual(sold.value);
  expect([await onHand(ctx, hammer), await onHand(ctx, cable)]).toEqual(["8.000", "87.500"]);
  const books = await ctx.db.rows(sql`SELECT account_code, debit - credit AS amount FROM journal_line ORDER BY line_no`);
  expect(books).toEqual([
    { account_code: "cash", amount: "13517.00" },
    { account_code: "sales", amount: "-11171.07" },
    { account_code: "vat_debit", amount: "-2345.93" },
    { account_code: "cost_of_sales", amount: "8870.00" },
    { account_code: "stock", amount: "-8870.00" },
  ]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("I5: one id sent 50 times at once is one sale with 50 equal answers", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { stock: "1" });
  await ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const input = { id: newId(), lines: [{ productId: product, quantity: "1" }] };
  const answers = await Promise.all(Array.from({ length: 50 }, () => registerSale(ctx, input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true, value: { number: 1 } });
  expect(await countSales(ctx)).toBe(1);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("I6: the same id with another content is refused, and another tenant's use of it is its own", async () => {
  const [a, b] = await Promise.all([openShop(), openShop()]);
  const id = newId();
  const [ofA, ofB] = await Promise.all([stockShelf(a.ctx), stockShelf(b.ctx)]);
  expect(await registerSale(a.ctx, { id, lines: [{ productId: ofA, quantity: "1" }] })).toMatchObject({ ok: true });
  expect(await registerSale(a.ctx, { id, lines: [{ productId: ofA, quantity: "2" }] })).toMatchObject({ ok: false, code: "idempotency_mismatch" });
  expect(await registerSale(b.ctx, { id, lines: [{ productId: ofB, quantity: "1" }] })).toMatchObject({ ok: true, value: { number: 1 } });
});

test("I1: 1,000 buyers for 100 units: exactly 100 sold", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { stock: "100" });
  await ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const answers: string[] = [];
  await Promise.all(Array.from({ length: 32 }, async (_, worker) => {
    for (let i = worker; i < 1_000; i += 32) {
      const answer = await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }] });
      answers.push(answer.ok ? "sold" : answer.code);
    }
  }));
  expect(answers.filter((answer) => answer === "sold")).toHaveLength(100);
  expect(answers.filter((answer) => answer === "stock_short")).toHaveLength(900);
  expect(await onHand(ctx, product)).toBe("0.000");
  expect(await auditTenant(ctx.db)).toEqual([]);
}, 120_000);

test("the refusal of a shortage names the product and what is left", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { name: "Codo 90", stock: "2" });
  await ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  expect(await registerSale(ctx, { lines: [{ productId: product, quantity: "3" }] })).toMatchObject({ ok: false, code: "stock_short", params: { name: "Codo 90", available: { figure: "2.000" } } });
  expect(await countSales(ctx)).toBe(0);
});

test("I4: the same product twice is one movement", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { stock: "5", barcode: { code: "7790895000997", packSize: "3" } });
  const sold = await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }, { barcode: "7790895000997", quantity: "1" }] });
  expect(sold).toMatchObject({ ok: true, value: { total: "484.00" } });
  expect(await ctx.db.stockMovement.count({ where: { sourceKind: "sale" } })).toBe(1);
  expect(await onHand(ctx, product)).toBe("1.000");
});

test("I2, I9: random baskets from 16 tills: no deadlock, numbers without gap, books right", async () => {
  const { ctx } = await openShop();
  const products = await Promise.all(Array.from({ length: 12 }, () => stockShelf(ctx, { stock: "1000" })));
  const random = seeded();
  const failures: unknown[] = [];
  await Promise.all(Array.from({ length: 16 }, async () => {
    for (let i = 0; i < 12; i += 1) {
      const lines = Array.from({ length: 1 + random(5) }, () => ({ productId: products[random(12)]!, quantity: String(1 + random(3)) }));
      const answer = await registerSale(ctx, { lines }).catch((error: unknown) => error);
      if (!(answer as { ok?: boolean }).ok) failures.push(answer);
    }
  }));
  expect(failures).toEqual([]);
  expect(await countSales(ctx)).toBe(192);
  expect(await auditTenant(ctx.db)).toEqual([]);
}, 120_000);

test("another tenant's product, location or customer is as unknown as one that does not exist", async () => {
  const [a, b] = await Promise.all([openShop(), openShop()]);
  const foreign = await stockShelf(b.ctx);
  const own = await stockShelf(a.ctx);
  const [location] = await b.ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  for (const [field, id] of [["foreign", foreign], ["nobody's", newId()]] as const) {
    expect(await registerSale(a.ctx, { lines: [{ productId: id, quantity: "1" }] }), field).toMatchObject({ ok: false, code: "product_unknown" });
  }
  expect(await registerSale(a.ctx, { locationId: location!.id, lines: [{ productId: own, quantity: "1" }] })).toMatchObject({ ok: false, code: "not_found" });
  expect(await countSales(b.ctx)).toBe(0);
});
