import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { hashPin } from "@/modules/identity/pin.ts";
import { changePin } from "@/modules/identity/postings/change-pin.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { isWeakPin } from "@/modules/identity/rules/judge-pin.ts";
import { PIN_CHOICES } from "@/modules/identity/rules/till-limits.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import { transactControl } from "@/modules/tenancy/transact-control.ts";
import { databases } from "@/platform/db/databases.ts";
import { sqlState } from "@/platform/db/tenant-client.ts";

const UNIQUE_VIOLATION = "23505";

/**
 * Chooses one's own PIN in this shop, or another one; who came in by the old one is out. One that somebody here has is refused in the same
 * words as one that is too easy, and tries are counted: nobody learns whose it is, or tries them all.
 */
export async function setPin(ctx: Context, pin: string): Promise<Result<null>> {
  const attempt = await claimAttempt(databases().control, [{ purpose: "pin-choice", subject: ctx.member.id, limits: PIN_CHOICES }], ctx.now);
  if (!attempt.ok) return attempt;
  if (isWeakPin(pin)) return refuseField("pin", "pin_refused");
  const pinHash = await hashPin(ctx.tenant.id, pin);
  return transactControl(ctx, async (tx) => {
    await changePin(tx, { id: ctx.member.id, userId: ctx.member.userId, tenantId: ctx.tenant.id }, pinHash, ctx.now);
    await recordAudit(tx, ctx, { action: "member.pin_set", entity: "member", entityId: ctx.member.id, detail: {} });
    return accept(null);
  }).catch((error: unknown) => {
    if (sqlState(error) === UNIQUE_VIOLATION) return refuseField("pin", "pin_refused");
    throw error;
  });
}
