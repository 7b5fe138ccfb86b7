import { expect, inject, test } from "vitest";
import pg from "pg";
import { newId } from "@/kernel/id.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { closeShift, countShift } from "@/modules/sales/commands/close-shift.ts";
import { discardTicket, holdTicket, takeTicket } from "@/modules/sales/commands/hold-ticket.ts";
import { moveCash } from "@/modules/sales/commands/move-cash.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { listHeldTickets, listTakenTickets, readHeldPulse } from "@/modules/sales/queries/list-held-tickets.ts";
import { listRegisters } from "@/modules/sales/queries/list-registers.ts";
import { listShifts } from "@/modules/sales/queries/list-shifts.ts";
import { getShift, type ShiftView } from "@/modules/sales/queries/shift-view.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { Result } from "@/kernel/refusal.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const open = async (ctx: Context, float = "1000"): Promise<ShiftView> => must(await openShift(ctx, { float }));
const cash = (amount: string) => [{ method: "cash" as const, amount }];

test("a shift from its float to its Z: what was sold, given back and taken out is what is expected, and the difference is in the books", async () => {
  const shop = await openShop();
  const { ctx } = shop;
  const product = await stockShelf(ctx, { salePrice: "100", stock: "50" });
  const shift = await open(ctx);
  expect(shift).toMatchObject({ status: "open", number: null, float: "1000.00" });
  expect(await listRegisters(ctx)).toMatchObject([{ shiftId: shift.id }]);
  const sale = must(await registerSale(ctx, { lines: [{ productId: product, quantity: "3" }], payments: [{ method: "debit", amount: "100" }, { method: "cash", amount: "500" }] }));
  const other = must(await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }] }));
  must(await returnSale(ctx, sale.id, { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash", reason: "fallado" }));
  must(await cancelSale(ctx, other.id, { reason: "error" }));
  must(await moveCash(ctx, shift.id, { direction: "out", amount: "300", purpose: "bank", reason: "Depósito" }));
  const twice = { id: newId(), direction: "in" as const, amount: "50", purpose: "safe" as const, reason: "Cambio" };
  must(await moveCash(ctx, shift.id, twice));
  must(await moveCash(ctx, shift.id, twice));

  const seller = await shop.ctxOf("seller");
  const blind = (await getShift(seller.db, shift.id, seller.permissions.has("shift.expected")))!;
  expect(blind.methods.map(({ expected }) => expected)).toEqual([null, null]);
  expect(await closeShift(seller, shift.id, {})).toMatchObject({ code: "count_missing" });
  // 1000 + 200 - 100 - 300 + 50
  expect(await closeShift(seller, shift.id, { counted: cash("840") })).toMatchObject({ code: "shift_difference", params: { total: { money: "-10.00" } } });
  const z = must(await closeShift(seller, shift.id, { reason: "Faltó un vuelto" }));
  expect(z).toMatchObject({ status: "closed", number: 1, reason: "Faltó un vuelto", sales: { count: 1, total: "300.00" }, cancelled: { count: 1, total: "100.00" }, returns: { count: 1, total: "100.00" }, counts: [{ counted: cash("840") }] });
  expect(z.methods).toEqual([
    { method: "cash", sales: "200.00", refunds: "100.00", collected: "0.00", moved: "750.00", expected: "850.00", counted: "840.00", difference: "-10.00" },
    { method: "debit", sales: "100.00", refunds: "0.00", collected: "0.00", moved: "0.00", expected: "100.00", counted: null, difference: "0.00" },
  ]);
  const [lost] = await ctx.db.rows<{ amount: string }>(sql`SELECT sum(debit - credit)::numeric(14,2) AS amount FROM journal_line WHERE account_code = 'cash_difference'`);
  expect(lost!.amount).toBe("10.00");
  expect(await cancelSale(ctx, sale.id, { reason: "tarde" })).toMatchObject({ code: "sale_returned" });
  expect(await closeShift(ctx, shift.id, { counted: cash("840") })).toMatchObject({ code: "shift_closed" });
  expect(await listShifts(ctx, { limit: 50 })).toMatchObject({ items: [{ id: shift.id, number: 1, status: "closed" }], nextCursor: null });
  // Without an open till sales go on, in no shift.
  must(await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }] }));
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("one open shift per register, whoever asks at once; the same id again is the same shift; what a shift sold is not cancelled after it", async () => {
  const { ctx, contextAt } = await openShop();
  const product = await stockShelf(ctx, { stock: "10" });
  const answers = await Promise.all(Array.from({ length: 6 }, () => openShift(ctx, { float: "0" })));
  expect(answers.map((answer) => (answer.ok ? "open" : answer.code)).sort()).toEqual(["open", ...Array.from({ length: 5 }, () => "shift_open")]);
  const first = must(answers.find(({ ok }) => ok)!);
  const sale = must(await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }] }));
  must(await closeShift(ctx, first.id, { counted: cash("121.00") }));
  expect(await cancelSale(ctx, sale.id, { reason: "tarde" })).toMatchObject({ code: "sale_closed" });
  const again = { id: newId(), float: "5", denominations: [{ value: "5", count: 1 }] };
  const [a, b] = [must(await openShift(contextAt(new Date()), again)), must(await openShift(contextAt(new Date()), again))];
  expect(a).toEqual(b);
  expect(await openShift(ctx, { ...again, id: newId(), float: "6" })).toMatchObject({ code: "conflict" });
  expect(await countShift(ctx, a.id, [{ method: "cash", amount: "6", denominations: [{ value: "5", count: 1 }] }])).toMatchObject({ code: "conflict" });
  expect(await countShift(ctx, a.id, [{ method: "account", amount: "6" }])).toMatchObject({ code: "not_allowed" });
  expect(must(await closeShift(contextAt(new Date()), a.id, { counted: [{ method: "cash", amount: "5", denominations: [{ value: "5", count: 1 }] }] })).number).toBe(2);
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("sales race with the closing of their shift: each is in the Z or outside of it, none in between", async () => {
  const shop = await openShop();
  const product = await stockShelf(shop.ctx, { salePrice: "10", stock: "500" });
  for (let round = 0; round < 4; round += 1) {
    const shift = await open(shop.contextAt(new Date()), "0");
    const sell = () => registerSale(shop.contextAt(new Date()), { lines: [{ productId: product, quantity: "1" }] });
    const first = Array.from({ length: 6 }, sell);
    const closing = closeShift(shop.contextAt(new Date()), shift.id, { counted: cash("0"), reason: "carrera" });
    const answers = await Promise.all([...first, ...Array.from({ length: 6 }, sell)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    must(await closing);
  }
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
});

test("a Z that somebody changed is found, with its content, its hash or its place", async () => {
  const shop = await openShop();
  for (let i = 0; i < 2; i += 1) {
    const shift = await open(shop.contextAt(new Date(Date.now() + i * 1000)), "100");
    must(await closeShift(shop.contextAt(new Date(Date.now() + i * 1000 + 500)), shift.id, { counted: cash("100") }));
  }
  expect(await auditTenant(shop.ctx.db)).toEqual([]);
  await expect(shop.ctx.transact(async (tx) => ({ ok: true, value: await tx.execute(sql`UPDATE z_report SET number = 9`) }))).rejects.toThrow();
  const owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  const tamper = async (statement: string): Promise<string[]> => {
    await owner.query("BEGIN");
    await owner.query(`SET LOCAL app.tenant_id = '${shop.tenantId}'`);
    await owner.query(statement);
    await owner.query("COMMIT");
    return [...new Set((await auditTenant(shop.ctx.db)).map(({ law }) => law))];
  };
  try {
    expect(await tamper(`UPDATE z_report SET content = replace(content, '"float":"100.00"', '"float":"900.00"') WHERE number = 1`)).toEqual(["Z = its hash"]);
    expect(await tamper("UPDATE z_report SET hash = encode(sha256(convert_to(previous_hash || E'\\n' || content, 'UTF8')), 'hex') WHERE number = 1")).toEqual(["Z follows the one before"]);
    expect(await tamper("DELETE FROM z_report WHERE number = 1")).toEqual(["a closed shift has its Z, an open one none", "Z follows the one before"]);
  } finally {
    await owner.end();
  }
});

test("a ticket put aside is taken by one till only, and a till does not close over one without a word", async () => {
  const { ctx, ctxOf } = await openShop();
  const [register] = await listRegisters(ctx);
  const shift = await open(ctx, "0");
  const [here, there] = [newId(), newId()];
  const ticket = { id: newId(), deviceId: here, name: "Marta 10:20", total: "150", content: { lines: [1, 2] } };
  // Where no register is named it stands at the one that a sale would be of.
  expect(must(await holdTicket(ctx, ticket))).toMatchObject({ status: "held", registerName: register!.name, content: { lines: [1, 2] } });
  expect(await closeShift(ctx, shift.id, { counted: cash("0") })).toMatchObject({ code: "tickets_held", params: { count: 1 } });
  expect(await listHeldTickets(ctx, { registerId: register!.id })).toMatchObject([{ id: ticket.id, memberName: ctx.member.name }]);
  // Two tills at once, of one member: one gets it, the other is told. The one that has it may ask again, since its answer may have been lost.
  const taken = await Promise.all([here, there].map((deviceId) => takeTicket(ctx, ticket.id, { deviceId })));
  expect(taken.map((answer) => (answer.ok ? answer.value.status : answer.code)).sort()).toEqual(["taken", "ticket_gone"]);
  expect(await listHeldTickets(ctx, {})).toEqual([]);
  const [winner, loser] = taken[0]!.ok ? [here, there] : [there, here];
  expect(must(await takeTicket(ctx, ticket.id, { deviceId: winner })).content).toEqual({ lines: [1, 2] });
  expect(await holdTicket(ctx, { ...ticket, deviceId: loser, total: "999" })).toMatchObject({ code: "ticket_gone", params: { name: ctx.member.name } });
  must(await holdTicket(ctx, { ...ticket, deviceId: winner, total: "200" }));
  expect(must(await discardTicket(ctx, ticket.id, { reason: "Se fue" }))).toMatchObject({ status: "discarded", total: "200.00" });
  expect(await holdTicket(ctx, { ...ticket, deviceId: winner })).toMatchObject({ code: "ticket_gone" });
  const beat = await readHeldPulse(ctx.db);
  const other = { ...ticket, id: newId() };
  must(await holdTicket(await ctxOf("seller"), other));
  expect(await readHeldPulse(ctx.db)).not.toBe(beat);
  expect(must(await closeShift(ctx, shift.id, { heldTickets: "keep" })).status).toBe("closed");
  expect((await listHeldTickets(ctx, {})).length).toBe(1);
});

test("a ticket that was put aside and taken between two looks leaves another digest, though nothing stands aside as before", async () => {
  const { ctx, contextAt } = await openShop();
  const [before, id] = [await readHeldPulse(ctx.db), newId()];
  must(await holdTicket(contextAt(new Date("2026-11-20T12:00:00Z")), { id, deviceId: newId(), name: "Martillo", total: "100", content: {} }));
  must(await takeTicket(contextAt(new Date("2026-11-20T12:00:01Z")), id, { deviceId: newId() }));
  expect(await readHeldPulse(ctx.db)).not.toBe(before);
});

test("tickets stand aside with the newest first, by the page; a device hears what it took and has not sold, and of no other's", async () => {
  const { ctx, contextAt, ctxOf } = await openShop();
  const at = (minute: number) => contextAt(new Date(Date.now() - 3_600_000 + minute * 60_000));
  const ids = Array.from({ length: 5 }, () => newId());
  const [here, there] = [newId(), newId()];
  for (const [minute, id] of ids.entries()) must(await holdTicket(at(minute), { id, deviceId: here, name: `N ${minute}`, total: "100", content: {} }));
  const names = async (limit: number, from: number) => (await listHeldTickets(ctx, { limit, from })).map(({ name }) => name);
  expect([await names(3, 0), await names(3, 3)]).toEqual([["N 4", "N 3", "N 2"], ["N 1", "N 0"]]);
  const taken = async (deviceId: string, reader = ctx) => (await listTakenTickets(reader, { deviceId, limit: 10, from: 0 })).map(({ id }) => id);
  must(await takeTicket(at(6), ids[0]!, { deviceId: there }));
  must(await takeTicket(at(7), ids[1]!, { deviceId: there }));
  must(await takeTicket(contextAt(new Date(Date.now() - 8 * 86_400_000)), ids[2]!, { deviceId: there }));
  expect([await taken(there), await taken(here), await taken(there, await ctxOf("seller"))]).toEqual([[ids[1], ids[0]], [], [ids[1], ids[0]]]);
  const productId = await stockShelf(ctx, { salePrice: "100", stock: "5" });
  must(await registerSale(ctx, { id: ids[1]!, lines: [{ productId, quantity: "1" }] }));
  expect(await taken(there)).toEqual([ids[0]]);
});

test("A5 a seller puts no ticket aside at a place that is kept for others", async () => {
  const { ctx, ctxOf } = await openShop();
  const seller = await ctxOf("seller");
  const branch = must(await saveLocation(ctx, null, { name: "Sucursal", memberIds: [ctx.member.id] }));
  const ticket = { id: newId(), deviceId: newId(), locationId: branch.id, name: "Martillo", total: "100", content: {} };
  expect(await holdTicket(seller, ticket)).toMatchObject({ code: "location_not_yours", params: { name: "Sucursal" } });
  expect(must(await holdTicket(ctx, ticket)).status).toBe("held");
  expect(await takeTicket(seller, ticket.id, { deviceId: newId() })).toMatchObject({ ok: false });
});

test("a ticket that was sold stands aside no longer, whatever its till could say of it", async () => {
  const { ctx } = await openShop();
  const productId = await stockShelf(ctx, { salePrice: "100", stock: "5" });
  const id = newId();
  must(await holdTicket(ctx, { id, deviceId: newId(), name: "Martillo", total: "100", content: {} }));
  must(await registerSale(ctx, { id, lines: [{ productId, quantity: "1" }] }));
  expect(await listHeldTickets(ctx, {})).toEqual([]);
  expect(await takeTicket(ctx, id, { deviceId: newId() })).toMatchObject({ code: "ticket_gone" });
});
