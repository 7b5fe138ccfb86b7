import { createHash } from "node:crypto";
import { dayIn } from "@/kernel/day.ts";
import { compare } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { sumMoney } from "@/kernel/money.ts";
import { accept, refuse, type Refusal, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { lockShift, shareShift, type HeldShift } from "../postings/lock-shift.ts";
import { readApproval } from "../postings/read-approval.ts";
import { asApproved, authorityOf, writeApproval } from "../postings/write-approval.ts";
import { heldAtRegister, type HeldTicketRow } from "../queries/list-held-tickets.ts";
import { loadShiftFacts, reportMethods } from "../queries/load-shift.ts";
import { findShifts, getShift, listCounts, rowOf, type ShiftView, type ZContent } from "../queries/shift-view.ts";
import { allows, type Authority } from "../rules/approval.ts";
import { offBy, refuseCount, type Counted, type MethodReport } from "../rules/count-drawer.ts";
import { differencePostings } from "../rules/shift-postings.ts";
import type { CloseShiftInput } from "../schema.ts";

/** What was counted against what was expected, and whether closing so wants a reason. */
export interface CountView {
  methods: MethodReport[];
  asksReason: boolean;
  /** What stands aside at the register: kept or dropped when it closes. */
  held: Pick<HeldTicketRow, "id" | "name" | "total" | "memberName" | "at">[];
}

/** Writes down what was counted, before anybody is told what was expected: it stays, whatever comes after. */
export async function countShift(ctx: Context, shiftId: string, counted: readonly Counted[]): Promise<Result<CountView>> {
  const refused = refuseCount(counted);
  if (refused) return refused;
  return ctx.transact(async (tx) => {
    const shift = await shareShift(tx, shiftId);
    if (!shift.ok) return shift;
    await tx.execute(sql`
      INSERT INTO shift_count (id, shift_id, member_id, at, counted) VALUES (${newId(ctx.now.getTime())}::uuid, ${shiftId}::uuid, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz, ${JSON.stringify(counted)}::jsonb)`);
    const methods = await reportMethods(tx, shiftId, counted);
    return accept({ methods, asksReason: compare(offBy(methods), shift.value.tolerance) > 0, held: await heldAtRegister(tx, shift.value.registerId) });
  });
}

/**
 * Closes a till: what was counted last against what is expected, the difference into the books, the Z with its number and the hash of the one
 * before, all in one transaction that waits for every document of the shift. A difference beyond the register's tolerance wants a
 * reason, one beyond its second limit somebody who may, a ticket put aside a decision.
 */
export async function closeShift(ctx: Context, shiftId: string, input: CloseShiftInput): Promise<Result<ShiftView>> {
  if (input.counted) {
    const counted = await countShift(ctx, shiftId, input.counted);
    if (!counted.ok) return counted;
  }
  const approval = await readApproval(ctx, input.approval);
  if (!approval.ok) return approval;
  const authority = authorityOf(ctx, approval.value);
  const { timeZone } = await getShop(ctx);
  return asApproved(await ctx.transact(async (tx) => {
    const locked = await lockShift(tx, shiftId);
    if (!locked.ok) return locked;
    const [counts, facts, [row]] = await burst([listCounts(tx, shiftId), loadShiftFacts(tx, shiftId), findShifts(tx, { id: shiftId, limit: 1 })]);
    const last = counts.at(-1);
    if (!last) return refuse("count_missing");
    const methods = await reportMethods(tx, shiftId, last.counted);
    const refused = refuseDifference(methods, locked.value, input, authority) ?? (await settleTickets(tx, ctx, locked.value.registerId, input));
    if (refused) return refused;
    const shift = rowOf(row!);
    const number = await nextNumber(tx, locked.value.registerId);
    const content: ZContent = {
      shiftId, number: number.next, registerName: shift.registerName, locationName: shift.locationName, openedAt: shift.openedAt, openedBy: shift.openedBy, float: shift.float,
      closedAt: ctx.now.toISOString(), closedBy: ctx.member.name, ...facts, methods, counts, tolerance: locked.value.tolerance, reason: input.reason ?? null,
      ...(authority.needed.size > 0 ? { approvedBy: approval.value!.memberName } : {}),
    };
    await writeZ(tx, ctx, locked.value.registerId, content, number.hash, dayIn(ctx.now, timeZone));
    await writeApproval(tx, ctx, approval.value, authority, { kind: "shift", id: shiftId });
    return accept((await getShift(tx, shiftId, true))!);
  }), approval.value);
}

function refuseDifference(methods: readonly MethodReport[], { tolerance, approvalAbove }: HeldShift, { reason }: CloseShiftInput, authority: Authority): Refusal | null {
  const off = offBy(methods);
  if (compare(off, tolerance) > 0 && !reason) return refuse("shift_difference", { params: { total: { money: sumMoney(methods.map(({ difference }) => difference)) } } });
  const isPassed = approvalAbove === null || compare(off, approvalAbove) <= 0 || allows(authority, "difference", (limits) => limits.difference);
  return isPassed ? null : refuse("difference_over_limit");
}

/** Tickets that this register put aside stay for the next shift, or go, by somebody's word. */
async function settleTickets(tx: TenantTx, ctx: Context, registerId: string, { heldTickets, reason }: CloseShiftInput): Promise<Refusal | null> {
  if (heldTickets === "keep") return null;
  const held = await heldAtRegister(tx, registerId);
  if (held.length === 0) return null;
  if (heldTickets === undefined || !reason) return refuse("tickets_held", { params: { count: held.length } });
  await tx.execute(sql`
    UPDATE held_ticket SET status = 'discarded',
           reason = ${reason}, member_id = ${ctx.member.id}::uuid, at = ${ctx.now}::timestamptz
     WHERE register_id = ${registerId}::uuid
       AND status = 'held'`);
  return null;
}

async function nextNumber(tx: TenantTx, registerId: string): Promise<{ next: number; hash: string }> {
  const [last] = await tx.rows<{ number: number; hash: string }>(sql`SELECT number, hash FROM z_report WHERE register_id = ${registerId}::uuid ORDER BY number DESC LIMIT 1`);
  return { next: (last?.number ?? 0) + 1, hash: last?.hash ?? "" };
}

async function writeZ(tx: TenantTx, ctx: Context, registerId: string, content: ZContent, previousHash: string, businessDate: string): Promise<void> {
  const { shiftId, number, methods, reason } = content;
  const text = JSON.stringify(content);
  const hash = createHash("sha256").update(`${previousHash}\n${text}`).digest("hex");
  await burst([
    postEntry(tx, ctx, { source: { kind: "shift", id: shiftId }, businessDate, postings: differencePostings(methods) }),
    tx.execute(sql`UPDATE till_shift SET closed_by = ${ctx.member.id}::uuid, closed_at = ${ctx.now}::timestamptz WHERE id = ${shiftId}::uuid`),
    tx.execute(sql`
      INSERT INTO z_report (shift_id, register_id, number, at, content, previous_hash, hash) VALUES (${shiftId}::uuid, ${registerId}::uuid, ${number}, ${ctx.now}::timestamptz, ${text}, ${previousHash}, ${hash})`),
    recordAudit(tx, ctx, { action: "shift.close", entity: "shift", entityId: shiftId, detail: { number, amount: sumMoney(methods.map(({ difference }) => difference)), reason } }),
  ]);
}
