import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { deleteProduct } from "@/modules/catalogue/commands/delete-product.ts";
import { readPulse } from "@/modules/catalogue/queries/read-pulse.ts";
import { recordLostDemand } from "@/modules/sales/commands/record-lost-demand.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { listLostDemand } from "@/modules/sales/queries/list-lost-demand.ts";
import { sumLostDemand } from "@/modules/sales/queries/sum-lost-demand.ts";
import { recordLostDemandSchema } from "@/modules/sales/schema.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

const YEAR = { from: "2000-01-01", to: "2100-01-01" };

it("F9 what was asked for is written once, counted by product and by words whatever their accents, and keeps its product", async () => {
  const { ctx } = await openShop();
  const productId = await stockShelf(ctx, { salePrice: "150", stock: "0" });
  const once = { id: newId(), productId, quantity: "2" };
  expect(await recordLostDemand(ctx, once)).toMatchObject({ ok: true, value: { productId, quantity: "2", words: null } });
  expect(await recordLostDemand(ctx, once)).toMatchObject({ ok: true });
  expect(await recordLostDemand(ctx, { ...once, quantity: "3" })).toMatchObject({ ok: false, code: "idempotency_mismatch" });
  for (const words of ["Caño de gas", "cano  de GAS"]) expect(await recordLostDemand(ctx, { words, quantity: "1" })).toMatchObject({ ok: true });
  const rows = await sumLostDemand(ctx, YEAR);
  expect(rows).toMatchObject([{ productId: null, times: 2, quantity: "2", value: null }, { productId, times: 1, quantity: "2", value: "300.00", onHand: "0" }]);
  expect(await recordLostDemand(ctx, { productId: newId(), quantity: "1" })).toMatchObject({ ok: false, fields: [{ path: "productId", code: "product_unknown" }] });
  const page = await listLostDemand(ctx, { limit: 2 });
  expect(page.items).toHaveLength(2);
  const rest = await listLostDemand(ctx, { limit: 2, cursor: page.nextCursor! });
  expect([...page.items, ...rest.items].map((item) => item.words ?? item.productId).sort()).toEqual([productId, "Caño de gas", "cano  de GAS"].sort());
  expect(rest.nextCursor).toBeNull();
  const [audited] = await ctx.db.rows<{ n: number }>(sql`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'lost_demand.record'`);
  expect(audited!.n).toBe(3);
  expect(await deleteProduct(ctx, productId)).toMatchObject({ ok: true, value: { archived: true } });
});

it("F9 says a product or words, never both, never neither, and more than nothing", () => {
  const productId = newId();
  for (const wrong of [{}, { productId, words: "x" }, { words: " " }, { words: "x", quantity: "0" }, { words: "x", tenantId: productId }]) expect(recordLostDemandSchema.safeParse(wrong).success).toBe(false);
  expect(recordLostDemandSchema.parse({ words: "pan" })).toEqual({ words: "pan", quantity: "1" });
});

it("F3 the pulse of a catalogue beats at each change of price or stock, and of one's own shop only", async () => {
  const [shop, other] = await Promise.all([openShop(), openShop()]);
  const productId = await stockShelf(shop.ctx, { salePrice: "100", stock: "5" });
  const beats = [await readPulse(shop.ctx.db)];
  const theirs = await readPulse(other.ctx.db);
  expect(await readPulse(shop.ctx.db)).toBe(beats[0]);
  await registerSale(shop.ctx, { lines: [{ productId, quantity: "1" }] });
  beats.push(await readPulse(shop.ctx.db));
  await shop.ctx.db.execute(sql`UPDATE product SET sale_price = 120, version = version + 1, updated_at = now() WHERE id = ${productId}`);
  beats.push(await readPulse(shop.ctx.db));
  expect(new Set(beats).size).toBe(3);
  expect(await readPulse(other.ctx.db)).toBe(theirs);
});
