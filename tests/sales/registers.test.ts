import { expect, test } from "vitest";
import { newId } from "@/kernel/id.ts";
import type { Result } from "@/kernel/refusal.ts";
import { auditTenant } from "@/modules/insights/queries/audit-tenant.ts";
import { closeShift, countShift } from "@/modules/sales/commands/close-shift.ts";
import { openShift } from "@/modules/sales/commands/open-shift.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { saveRegister } from "@/modules/sales/commands/save-register.ts";
import { listRegisters } from "@/modules/sales/queries/list-registers.ts";
import { loadRegisterRecords } from "@/modules/sales/queries/load-register-records.ts";
import { saveLocation } from "@/modules/stock/commands/save-location.ts";
import { setPin } from "@/modules/team/commands/set-pin.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { sql } from "@/platform/db/sql.ts";
import { openShop } from "../support/open-shop.ts";
import { stockShelf } from "../support/stock-shelf.ts";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const cash = (amount: string) => [{ method: "cash" as const, amount }];

test("registers are added, renamed and moved; a name is taken once, and nobody writes over what they have not seen", async () => {
  const { ctx } = await openShop();
  const [first] = await loadRegisterRecords(ctx.db, null);
  const branch = must(await saveLocation(ctx, null, { name: "Sucursal" }));
  const second = must(await saveRegister(ctx, null, { name: "Caja 2", tolerance: "50" }));
  expect(second).toMatchObject({ name: "Caja 2", locationId: first!.locationId, tolerance: "50.00", isActive: true, isOpen: false, version: 1 });
  expect(await saveRegister(ctx, null, { name: "Caja 2" })).toMatchObject({ code: "register_taken", fields: [{ path: "name" }] });
  expect(await saveRegister(ctx, null, { name: "Caja 3" }, second.id)).toMatchObject({ code: "conflict" });
  expect(await saveRegister(ctx, null, { name: "Caja 3", locationId: newId() })).toMatchObject({ code: "not_found", fields: [{ path: "locationId" }] });
  const moved = must(await saveRegister(ctx, second.id, { name: "Caja Norte", locationId: branch.id, version: 1 }));
  expect(moved).toMatchObject({ name: "Caja Norte", locationName: "Sucursal", tolerance: "50.00", version: 2 });
  expect(await saveRegister(ctx, second.id, { name: "x", version: 1 })).toMatchObject({ code: "version_changed" });
  expect(await saveRegister(ctx, newId(), { name: "x" })).toMatchObject({ code: "not_found" });
  must(await saveLocation(ctx, branch.id, { isActive: false }));
  expect(must(await saveRegister(ctx, second.id, { tolerance: "20" })).tolerance).toBe("20.00");
  expect(await saveRegister(ctx, first!.id, { locationId: branch.id })).toMatchObject({ code: "location_closed" });
  const trail = await listAudit(ctx, { entity: "register", entityId: second.id, limit: 10 });
  expect(trail.items.map(({ action }) => action).sort()).toEqual(["register.create", "register.update", "register.update"]);
});

test("a register whose till is open neither moves nor goes, and the shop keeps one in use, whoever puts them away at once", async () => {
  const { ctx } = await openShop();
  const [first] = await loadRegisterRecords(ctx.db, null);
  expect(await saveRegister(ctx, first!.id, { isActive: false })).toMatchObject({ code: "register_last" });
  const second = must(await saveRegister(ctx, null, { name: "Aaa" }));
  const branch = must(await saveLocation(ctx, null, { name: "Sucursal" }));
  const shift = must(await openShift(ctx, { float: "0" }));
  // The oldest one, though another name comes first.
  expect(shift.registerId).toBe(first!.id);
  expect(await saveRegister(ctx, first!.id, { isActive: false })).toMatchObject({ code: "register_in_use" });
  expect(await saveRegister(ctx, first!.id, { locationId: branch.id })).toMatchObject({ code: "register_in_use" });
  expect(must(await saveRegister(ctx, first!.id, { name: "Mostrador" })).isOpen).toBe(true);
  must(await closeShift(ctx, shift.id, { counted: cash("0") }));
  const gone = await Promise.all([first!, second].map(({ id }) => saveRegister(ctx, id, { isActive: false })));
  expect(gone.map((answer) => (answer.ok ? "away" : answer.code)).sort()).toEqual(["away", "register_last"]);
  expect((await listRegisters(ctx)).filter(({ isActive }) => isActive)).toHaveLength(1);
});

test("a register is not put away while its till is being opened; who names none gets one that is in use, and a late sale of one put away is taken", async () => {
  const { ctx, contextAt } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "100", stock: "50" });
  const [first] = await loadRegisterRecords(ctx.db, null);
  const second = must(await saveRegister(ctx, null, { name: "Caja 2" }));
  const [opened, away] = await Promise.all([openShift(contextAt(new Date()), { registerId: first!.id, float: "0" }), saveRegister(contextAt(new Date()), first!.id, { isActive: false })]);
  expect([opened.ok, away.ok].filter(Boolean)).toHaveLength(1);
  if (opened.ok) {
    must(await closeShift(ctx, opened.value.id, { counted: cash("0") }));
    must(await saveRegister(ctx, first!.id, { isActive: false }));
  }
  expect(await openShift(ctx, { registerId: first!.id, float: "0" })).toMatchObject({ code: "register_closed" });
  const shift = must(await openShift(ctx, { float: "0" }));
  expect(shift.registerId).toBe(second.id);
  const [now, late] = [must(await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }] })), must(await registerSale(ctx, { registerId: first!.id, lines: [{ productId: product, quantity: "1" }] }))];
  const rows = await ctx.db.rows<{ id: string; shiftId: string | null }>(sql`SELECT id, shift_id AS "shiftId" FROM sale`);
  expect(new Map(rows.map((row) => [row.id, row.shiftId]))).toEqual(new Map([[now.id, shift.id], [late.id, null]]));
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("within its register's tolerance a till closes without a word, beyond it with one; both stand in the Z and in the books", async () => {
  const { ctx } = await openShop();
  const product = await stockShelf(ctx, { salePrice: "100", stock: "50" });
  const [register] = await loadRegisterRecords(ctx.db, null);
  must(await saveRegister(ctx, register!.id, { tolerance: "15" }));
  const near = must(await openShift(ctx, { float: "1000" }));
  expect(must(await countShift(ctx, near.id, cash("985")))).toMatchObject({ asksReason: false, methods: [{ difference: "-15.00" }] });
  expect(must(await closeShift(ctx, near.id, {}))).toMatchObject({ status: "closed", reason: null, methods: [{ difference: "-15.00" }] });
  const far = must(await openShift(ctx, { float: "1000" }));
  must(await registerSale(ctx, { lines: [{ productId: product, quantity: "1" }], payments: [{ method: "debit", amount: "100" }] }));
  // Ten too much by card make up for nothing: ten of cash are missing.
  const both = [{ method: "cash" as const, amount: "990" }, { method: "debit" as const, amount: "110" }];
  expect(must(await countShift(ctx, far.id, both)).asksReason).toBe(true);
  expect(await closeShift(ctx, far.id, {})).toMatchObject({ code: "shift_difference" });
  const z = must(await closeShift(ctx, far.id, { reason: "Un cupón de la otra caja" }));
  const [written] = await ctx.db.rows<{ content: string }>(sql`SELECT content FROM z_report WHERE shift_id = ${z.id}::uuid`);
  expect(JSON.parse(written!.content)).toMatchObject({ tolerance: "15.00", reason: "Un cupón de la otra caja" });
  const [lost] = await ctx.db.rows<{ amount: string }>(sql`SELECT sum(debit - credit)::numeric(14,2) AS amount FROM journal_line WHERE account_code = 'cash_difference'`);
  expect(lost!.amount).toBe("15.00");
  expect(await auditTenant(ctx.db)).toEqual([]);
});

test("beyond its second limit a till closes with the word of somebody who may, and the Z, the trail and the shift say whose", async () => {
  const shop = await openShop();
  const { ctx } = shop;
  const [register] = await loadRegisterRecords(ctx.db, null);
  expect(await saveRegister(ctx, register!.id, { tolerance: "15", approvalAbove: "10" })).toMatchObject({ code: "too_small", fields: [{ path: "approvalAbove" }] });
  must(await saveRegister(ctx, register!.id, { tolerance: "15", approvalAbove: "100" }));
  must(await setPin(ctx, "8306"));
  const seller = await shop.ctxOf("seller");
  const other = await shop.ctxOf("seller");
  must(await setPin(other, "5193"));
  const shift = must(await openShift(seller, { float: "1000" }));
  const short = { counted: cash("800"), reason: "Falta un fajo" };
  expect(await closeShift(seller, shift.id, short)).toMatchObject({ code: "difference_over_limit" });
  expect(await closeShift(seller, shift.id, { ...short, approval: { pin: "9514", reason: "Lo vi" } })).toMatchObject({ code: "pin_wrong", fields: [{ path: "approval.pin" }] });
  expect(await closeShift(seller, shift.id, { ...short, approval: { pin: "5193", reason: "Lo vi" } })).toMatchObject({ code: "approval_short", params: { name: other.member.name } });
  const z = must(await closeShift(seller, shift.id, { ...short, approval: { pin: "8306", reason: "Lo vi" } }));
  expect(z).toMatchObject({ status: "closed", approvedBy: ctx.member.name, reason: "Falta un fajo" });
  const trail = await listAudit(ctx, { entity: "shift", entityId: shift.id, limit: 10 });
  expect(trail.items.map(({ action }) => action)).toContain("shift.approve");
  // Who may needs nobody; within the second limit nobody does.
  const own = must(await openShift(ctx, { float: "1000" }));
  expect(must(await closeShift(ctx, own.id, short)).approvedBy).toBeNull();
  const near = must(await openShift(seller, { float: "1000" }));
  expect(must(await closeShift(seller, near.id, { counted: cash("900"), reason: "Vueltos" })).approvedBy).toBeNull();
  // A limit that is taken away asks nobody any more.
  expect(must(await saveRegister(ctx, register!.id, { approvalAbove: null })).approvalAbove).toBeNull();
  const free = must(await openShift(seller, { float: "1000" }));
  must(await closeShift(seller, free.id, short));
  expect(await auditTenant(ctx.db)).toEqual([]);
});
