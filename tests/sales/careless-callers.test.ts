import { expect, it } from "vitest";
import { newId } from "@/kernel/id.ts";
import { accept, type Result } from "@/kernel/refusal.ts";
import { discardTicket, holdTicket, takeTicket } from "@/modules/sales/commands/hold-ticket.ts";
import { moveCash } from "@/modules/sales/commands/move-cash.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { listHeldTickets } from "@/modules/sales/queries/list-held-tickets.ts";
import { listRegisters } from "@/modules/sales/queries/list-registers.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

// What an integrator's program does wrong and no screen of ours would: each is told so, with the field where there is one.

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const refusedAt = (path: string, code: string) => ({ ok: false, fields: [{ path, code }] });

it("figures that are in order one by one and come to more than is ever written down", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "121", costPrice: "60000" });
  const box = await stockShelf(ctx, { salePrice: "1", barcode: { code: "7790001000003", packSize: "1000" } });
  const much = { quantity: "999999999", unitPrice: "999999999", description: "x" };
  const one = { quantity: "1", unitPrice: "1", description: "x" };
  expect(await registerSale(ctx, { lines: [one, much] })).toMatchObject(refusedAt("lines.1.quantity", "too_large"));
  expect(await registerSale(ctx, { lines: [{ productId: product, quantity: "99999999" }] })).toMatchObject(refusedAt("lines.0.quantity", "too_large"));
  expect(await registerSale(ctx, { lines: [{ barcode: "7790001000003", quantity: "999999999", unitPrice: "0.0001" }] })).toMatchObject(refusedAt("lines.0.quantity", "too_large"));
  expect(await registerSale(ctx, { lines: Array.from({ length: 3 }, () => ({ quantity: "999", unitPrice: "500000000", description: "x" })) })).toMatchObject(refusedAt("lines", "too_large"));
  expect(await registerSale(ctx, { lines: [{ productId: box, quantity: "1" }] })).toMatchObject({ ok: true });
  expect(await openShift(ctx, { denominations: Array.from({ length: 40 }, () => ({ value: "99999999999", count: 100_000 })) })).toMatchObject(refusedAt("denominations", "too_large"));
  // Where no command looks, the column does.
  expect(await ctx.transact(async (tx) => accept(await tx.rows(sql`SELECT ${"1000000000000"}::numeric(14, 2)`)))).toMatchObject({ ok: false, code: "too_large" });
});

it("an id that stands for another movement of cash", async () => {
  const { ctx } = await openShop();
  const shift = must(await openShift(ctx, { float: "100" }));
  const move = { id: newId(), direction: "out", amount: "10", purpose: "safe", reason: "retiro" } as const;
  must(await moveCash(ctx, shift.id, move));
  expect(must(await moveCash(ctx, shift.id, { ...move, amount: "10.00" })).movements).toHaveLength(1);
  for (const other of [{ amount: "11" }, { direction: "in" }, { purpose: "bank" }, { reason: "otro" }] as const) expect(await moveCash(ctx, shift.id, { ...move, ...other })).toMatchObject({ ok: false, code: "idempotency_mismatch" });
  expect(await ctx.db.rows(sql`SELECT amount FROM cash_movement`)).toEqual([{ amount: "-10.00" }]);
});

it("a register that the shop does not have", async () => {
  const [{ ctx }, other] = [await openShop(), await openShop()];
  const theirs = (await listRegisters(other.ctx))[0]!.id;
  const product = await stockShelf(ctx, { stock: "5" });
  const sale = must(await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }] }));
  const back = { lines: [{ saleLineId: sale.lines[0]!.id, quantity: "1" }], refund: "cash" as const, reason: "x" };
  const ticket = must(await holdTicket(ctx, { id: newId(), deviceId: newId(), name: "Mesa 1", total: "5", content: {} }));
  for (const registerId of [theirs, newId()]) {
    expect(await returnSale(ctx, sale.id, { ...back, registerId })).toMatchObject(refusedAt("registerId", "not_found"));
    expect(await takeTicket(ctx, ticket.id, { deviceId: newId(), registerId })).toMatchObject(refusedAt("registerId", "not_found"));
    expect(await listHeldTickets(ctx, { registerId })).toEqual([]);
  }
  expect(await listHeldTickets(ctx, {})).toMatchObject([{ id: ticket.id, status: "held" }]);
  must(await returnSale(ctx, sale.id, { ...back, registerId: (await listRegisters(ctx))[0]!.id }));
  must(await discardTicket(ctx, ticket.id, { reason: "x" }));
});
