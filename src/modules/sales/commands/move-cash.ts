import { dayIn } from "@/kernel/day.ts";
import { big, type Decimal } from "@/kernel/decimal.ts";
import { newId } from "@/kernel/id.ts";
import { roundMoney } from "@/kernel/money.ts";
import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import { postEntry } from "@/modules/finance/postings/post-entry.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { burst } from "@/platform/db/burst.ts";
import { sql } from "@/platform/db/sql.ts";
import { sqlState } from "@/platform/db/tenant-client.ts";
import { shareShift } from "../postings/lock-shift.ts";
import { getShift, type ShiftView } from "../queries/shift-view.ts";
import { cashPostings } from "../rules/shift-postings.ts";
import type { MoveCashInput } from "../schema.ts";

const TAKEN = "23505";

/** Puts cash into an open drawer or takes it out, with a reason. The same `input.id` again moves nothing more. */
export async function moveCash(ctx: Context, shiftId: string, input: MoveCashInput): Promise<Result<ShiftView>> {
  const id = input.id ?? newId(ctx.now.getTime());
  const { timeZone } = await getShop(ctx);
  const moved = await ctx
    .transact(async (tx) => {
      const shift = await shareShift(tx, shiftId);
      if (!shift.ok) return shift;
      const amount = amountOf(input);
      await burst([
        tx.execute(sql`
          INSERT INTO cash_movement (id, shift_id, amount, purpose, reason, member_id, at)
          VALUES (${id}::uuid, ${shiftId}::uuid, ${amount}::numeric, ${input.purpose}, ${input.reason}, ${ctx.member.id}::uuid, ${ctx.now}::timestamptz)`),
        postEntry(tx, ctx, { source: { kind: "cash_movement", id }, businessDate: dayIn(ctx.now, timeZone), postings: cashPostings(input.purpose, amount) }),
        recordAudit(tx, ctx, { action: input.direction === "in" ? "shift.cash_in" : "shift.cash_out", entity: "shift", entityId: shiftId, detail: { amount, reason: input.reason } }),
      ]);
      return accept(null);
    })
    .catch((error: unknown) => {
      if (sqlState(error) === TAKEN && input.id !== undefined) return repeat(ctx, id, shiftId, input);
      throw error;
    });
  if (!moved.ok) return moved;
  const view = await getShift(ctx.db, shiftId, ctx.permissions.has("shift.expected"));
  return view ? accept(view) : refuse("not_found");
}

const amountOf = ({ amount, direction }: MoveCashInput): Decimal => roundMoney(big(amount).times(direction === "in" ? 1 : -1));

/** What moved under that id is the answer to the very same wish only. */
async function repeat(ctx: Context, id: string, shiftId: string, input: MoveCashInput): Promise<Result<null>> {
  const [same] = await ctx.db.rows(sql`
    SELECT FROM cash_movement WHERE id = ${id}::uuid AND shift_id = ${shiftId}::uuid AND amount = ${amountOf(input)}::numeric AND purpose = ${input.purpose} AND reason = ${input.reason}`);
  return same ? accept(null) : refuse("idempotency_mismatch");
}
