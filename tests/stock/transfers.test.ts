import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelTransfer } from "@/modules/stock/commands/cancel-transfer.ts";
import { dispatchTransfer } from "@/modules/stock/commands/dispatch-transfer.ts";
import { receiveTransfer } from "@/modules/stock/commands/receive-transfer.ts";
import { requestTransfer } from "@/modules/stock/commands/request-transfer.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listStock } from "@/modules/stock/queries/list-stock.ts";
import { listLevelsSchema, listStockSchema, receiveTransferSchema, requestTransferSchema } from "@/modules/stock/schema.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

async function prepare() {
  const shop = await openShop();
  const { ctx } = shop;
  const [a, b] = [await stockShelf(ctx, { name: "Codo", stock: "10" }), await stockShelf(ctx, { name: "Cable", unit: "m", stock: "8", costPrice: "12.50" })];
  const [from] = await ctx.db.rows<{ id: string }>(sql`SELECT id FROM location`);
  const to = must(await saveLocation(ctx, null, { name: "Depósito", kind: "warehouse" })).id;
  const request = (lines: object[], more: object = {}) => requestTransfer(ctx, requestTransferSchema.parse({ fromLocationId: from!.id, toLocationId: to, lines, ...more }));
  return { ...shop, a, b, from: from!.id, to, request };
}

/** on hand and on the way, at both ends and of both products. */
async function seen(ctx: Context, locationId: string, productId: string): Promise<string> {
  const [level] = (await listLevels(ctx, listLevelsSchema.parse({ productId, locationId }))).items;
  return level ? `${Number(level.onHand)}+${Number(level.inTransit)}` : "none";
}

const receive = (ctx: Context, id: string, input: object = {}) => receiveTransfer(ctx, id, receiveTransferSchema.parse(input));

test("E2 request, dispatch, receive: nothing moves, then it is on the way, then it is there", async () => {
  const { ctx, a, b, from, to, request } = await prepare();
  const { id, number, status } = must(await request([{ productId: a, quantity: "4" }, { productId: b, quantity: "2.5" }]));
  expect([number, status, await seen(ctx, from, a), await seen(ctx, to, a)]).toEqual([1, "requested", "10+0", "none"]);
  expect(must(await dispatchTransfer(ctx, id, {}))).toMatchObject({ status: "in_transit", lines: [{ dispatched: "4.000", inTransit: "4.000" }, { inTransit: "2.500" }] });
  expect([await seen(ctx, from, a), await seen(ctx, to, a), await seen(ctx, to, b)]).toEqual(["6+0", "0+4", "0+2.5"]);
  // The shelf of both, of where it goes and of where it left.
  for (const [locationId, coming] of [[undefined, "2.500"], [to, "2.500"], [from, "0.000"]] as const) {
    expect((await listStock(ctx, listStockSchema.parse({ q: "cable", locationId }))).items).toMatchObject([{ name: "Cable", inTransit: coming }]);
  }
  expect(must(await receive(ctx, id))).toMatchObject({ status: "received", lines: [{ received: "4.000", inTransit: "0.000", missing: "0.000" }, {}] });
  expect([await seen(ctx, from, a), await seen(ctx, to, a), await seen(ctx, to, b)]).toEqual(["6+0", "4+0", "2.5+0"]);
  expect(await ctx.db.rows(sql`SELECT FROM journal_entry WHERE source_kind = 'transfer'`)).toEqual([]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("E2 part leaves, part comes, and what is given up is lost at cost", async () => {
  const { ctx, a, b, from, to, request } = await prepare();
  const { id } = must(await request([{ productId: a, quantity: "4" }, { productId: b, quantity: "6" }]));
  must(await dispatchTransfer(ctx, id, { lines: [{ productId: a, quantity: "3" }, { productId: b, quantity: "6" }] }));
  expect(must(await receive(ctx, id, { lines: [{ productId: b, quantity: "4" }] }))).toMatchObject({ status: "in_transit", lines: [{ inTransit: "3.000" }, { inTransit: "2.000", received: "4.000" }] });
  expect(await auditTenant(ctx.db)).toEqual([]);
  expect(must(await receive(ctx, id, { lines: [{ productId: a, quantity: "3" }], close: true }))).toMatchObject({ status: "received", lines: [{ received: "3.000", missing: "0.000" }, { received: "4.000", missing: "2.000", inTransit: "0.000" }] });
  expect([await seen(ctx, from, b), await seen(ctx, to, b)]).toEqual(["2+0", "4+0"]);
  expect(await ctx.db.rows(sql`SELECT l.account_code AS account, l.debit - l.credit AS amount FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id WHERE e.source_kind = 'transfer' ORDER BY line_no`))
    .toEqual([{ account: "stock_adjustments", amount: "25.00" }, { account: "stock", amount: "-25.00" }]);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("E2 each step once, also when it is asked for ten times at once", async () => {
  const { ctx, a, to, request } = await prepare();
  const id = newId();
  const asked = await Promise.all(Array.from({ length: 10 }, () => request([{ productId: a, quantity: "4" }], { id })));
  expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await request([{ productId: a, quantity: "5" }], { id })).toMatchObject({ ok: false, code: "idempotency_mismatch" });
  for (const step of [() => dispatchTransfer(ctx, id, {}), () => receive(ctx, id)]) {
    const told = await Promise.all(Array.from({ length: 10 }, step));
    expect(told.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(told.flatMap((one) => (one.ok ? [] : [one.code])))).toEqual(new Set(["transfer_state"]));
  }
  expect(await seen(ctx, to, a)).toBe("4+0");
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("E2 what cannot be: one place, too much, a step out of turn, other people's places, other tenants' transfers", async () => {
  const { ctx, ctxOf, a, from, to, request } = await prepare();
  expect(await request([{ productId: a, quantity: "1" }], { toLocationId: from })).toMatchObject({ ok: false, code: "location_same" });
  await ctx.db.shop.updateMany({ data: { negativeStock: "refuse" } });
  const far = must(await request([{ productId: a, quantity: "11" }]));
  expect(await dispatchTransfer(ctx, far.id, {})).toMatchObject({ ok: false, code: "stock_short", params: { name: "Codo", available: { figure: "10.000" } } });
  expect(await receive(ctx, far.id)).toMatchObject({ ok: false, code: "transfer_state" });
  expect(await dispatchTransfer(ctx, far.id, { lines: [{ productId: a, quantity: "12" }] })).toMatchObject({ ok: false, code: "transfer_excess" });
  expect(must(await cancelTransfer(ctx, far.id)).status).toBe("canceled");
  expect(await dispatchTransfer(ctx, far.id, {})).toMatchObject({ ok: false, code: "transfer_state" });
  const [keeper, seller] = await Promise.all([ctxOf("stock_keeper"), ctxOf("seller")]);
  must(await saveLocation(ctx, to, { memberIds: [seller.member.id] }));
  const sent = must(await request([{ productId: a, quantity: "1" }]));
  must(await dispatchTransfer(keeper, sent.id, {}));
  expect(await receive(keeper, sent.id)).toMatchObject({ ok: false, code: "location_not_yours" });
  expect(await saveLocation(ctx, to, { isActive: false })).toMatchObject({ ok: false, code: "location_in_use" });
  const other = await openShop();
  expect(await receive(other.ctx, sent.id)).toMatchObject({ ok: false, code: "not_found" });
  expect(await auditTenant(ctx.db)).toEqual([]);
});
