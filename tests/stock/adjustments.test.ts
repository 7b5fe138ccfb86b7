import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { listAdjustments } from "@/modules/stock/queries/list-adjustments.ts";
import { adjustStockSchema, listDocumentsSchema } from "@/modules/stock/schema.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop, type TestShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const adjust = ({ ctx }: Pick<TestShop, "ctx">, input: object) => adjustStock(ctx, adjustStockSchema.parse({ reason: "breakage", ...input }));
const booked = ({ ctx }: TestShop) => ctx.db.rows(sql`SELECT account_code AS account, debit - credit AS amount FROM journal_line ORDER BY entry_id, line_no`);

test("E4 add, take and set to: levels, the entry at cost and the trace in one document", async () => {
  const shop = await openShop();
  const [a, b, c] = await Promise.all([stockShelf(shop.ctx, { stock: "10" }), stockShelf(shop.ctx, { stock: "4", costPrice: "25.50" }), stockShelf(shop.ctx, { stock: "7" })]);
  const made = must(await adjust(shop, { lines: [{ productId: a, quantity: "-3" }, { productId: b, countedQuantity: "6" }, { productId: c, countedQuantity: "7" }], notes: "Se mojaron" }));
  expect(made).toMatchObject({ number: 1, reason: "breakage", lineCount: 2, value: "-129.00", notes: "Se mojaron" });
  expect(made.lines.map(({ productId, quantity, before, after }) => [productId, quantity, before, after]).sort()).toEqual([[a, "-3.000", "10.000", "7.000"], [b, "2.000", "4.000", "6.000"]].sort());
  expect(await booked(shop)).toEqual([{ account: "stock", amount: "-129.00" }, { account: "stock_adjustments", amount: "129.00" }]);
  expect(await shop.ctx.db.rows(sql`SELECT action, detail->>'value' AS value FROM audit_entry WHERE entity = 'adjustment'`)).toEqual([{ action: "stock.adjust", value: "-129.00" }]);
  expect((await listAdjustments(shop.ctx, listDocumentsSchema.parse({}))).items).toMatchObject([{ id: made.id, number: 1 }]);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

test("E4 one id sent 20 times at once is one adjustment; with another content it is refused", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { stock: "10" });
  const input = { id: newId(), lines: [{ productId: product, quantity: "-4" }] };
  const answers = await Promise.all(Array.from({ length: 20 }, () => adjust(shop, input)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true, value: { lines: [{ after: "6.000" }] } });
  expect(await adjust(shop, { ...input, lines: [{ productId: product, quantity: "-5" }] })).toMatchObject({ ok: false, code: "idempotency_mismatch" });
  expect(await shop.ctx.db.rows(sql`SELECT count(*)::int AS n FROM stock_movement WHERE type = 'adjustment'`)).toEqual([{ n: 1 }]);
});

test("E4 two who set the same product at once: the level is what the later one found, and both documents say what they moved", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx);
  const made = await Promise.all(["5", "9"].map((countedQuantity) => adjust(shop, { lines: [{ productId: product, countedQuantity }] })));
  const afters = made.map((one) => must(one).lines[0]!.after);
  const [level] = await shop.ctx.db.rows<{ onHand: string }>(sql`SELECT on_hand AS "onHand" FROM stock_level`);
  expect(afters.sort()).toEqual(["5.000", "9.000"]);
  expect(["5.000", "9.000"]).toContain(level!.onHand);
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

test("E4 what cannot be is refused whole: below zero by policy, halves of what is counted, strangers, doubles", async () => {
  const [shop, other] = await Promise.all([openShop(), openShop()]);
  const [product, foreign] = await Promise.all([stockShelf(shop.ctx, { name: "Codo", stock: "2" }), stockShelf(other.ctx)]);
  await shop.ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  expect(await adjust(shop, { lines: [{ productId: product, quantity: "-3" }] })).toMatchObject({ ok: false, code: "stock_short", params: { name: "Codo", available: { figure: "2.000" } } });
  expect(await adjust(shop, { lines: [{ productId: product, quantity: "0.5" }] })).toMatchObject({ ok: false, code: "quantity_not_fractional" });
  expect(await adjust(shop, { lines: [{ productId: foreign, quantity: "1" }] })).toMatchObject({ ok: false, code: "product_unknown" });
  expect(await adjust(shop, { lines: [{ productId: product, countedQuantity: "1" }, { productId: product, quantity: "1" }] })).toMatchObject({ ok: false, code: "product_repeated", fields: [{ path: "lines.1.productId" }] });
  for (const line of [{ quantity: "0" }, { quantity: "1", countedQuantity: "1" }, {}, { countedQuantity: "-1" }, { quantity: "1e3" }]) {
    expect(adjustStockSchema.safeParse({ reason: "loss", lines: [{ productId: product, ...line }] }).success).toBe(false);
  }
  expect(await shop.ctx.db.stockMovement.count({ where: { type: "adjustment" } })).toBe(0);
});

test("A7 costs of an adjustment are told to those who may see them", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { stock: "2" });
  const keeper = await shop.ctxOf("stock_keeper");
  const made = must(await adjust({ ctx: keeper }, { lines: [{ productId: product, quantity: "1" }] }));
  expect(made).not.toHaveProperty("value");
  expect(made.lines[0]).not.toHaveProperty("unitCost");
});
