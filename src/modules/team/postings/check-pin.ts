import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { hashPin } from "@/modules/identity/pin.ts";
import { claimAttempt, giveBackAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { noteEvent } from "@/modules/identity/postings/note-event.ts";
import type { Membership } from "@/modules/identity/queries/find-membership.ts";
import { findPersonOfPin } from "@/modules/identity/queries/find-person-of-pin.ts";
import { PINS_BY_SHOP, PINS_BY_TILL } from "@/modules/identity/rules/till-limits.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { databases } from "@/platform/db/databases.ts";

/**
 * Whose PIN somebody typed beside a member who sells. Wrong ones are counted for who asks and, together with those at locked tills, for the shop: a wait
 * (rate_limited), never a lock. Refuses pin_wrong, also for somebody else's PIN than `memberId`'s.
 */
export async function checkPin(ctx: Context, { pin, memberId }: { pin: string; memberId?: string | undefined }): Promise<Result<Membership>> {
  const { control } = databases();
  const attempt = await claimAttempt(control, [{ purpose: "pin-approval", subject: ctx.member.id, limits: PINS_BY_TILL }, { purpose: "pin-shop", subject: ctx.tenant.id, limits: PINS_BY_SHOP }], ctx.now);
  if (!attempt.ok) return attempt;
  const person = await findPersonOfPin(ctx.tenant.id, await hashPin(ctx.tenant.id, pin));
  if (!person || (memberId !== undefined && person.id !== memberId)) {
    await noteEvent(control, { now: ctx.now, address: ctx.request.address, userAgent: ctx.request.userAgent, knownUserId: ctx.member.userId }, { kind: "pin_failed", userId: ctx.member.userId, tenantId: ctx.tenant.id });
    return refuseField("approval.pin", "pin_wrong");
  }
  await giveBackAttempt(control, attempt.value);
  return accept(person);
}
