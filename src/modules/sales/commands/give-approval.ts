import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { APPROVAL_MS, findSecond, limitsBehind, sealGrant, tooShort } from "../postings/read-approval.ts";
import { covers } from "../rules/approval.ts";
import type { GiveApprovalInput } from "../schema.ts";

export interface GrantView {
  /** For `approval.grant` of one sale, return or cancellation by who asked. */
  grant: string;
  memberId: string;
  memberName: string;
  expiresAt: string;
}

/**
 * A second member allows with their PIN what is beyond the limits of who asks, before the document is made: the till need not keep the PIN until then.
 * Nothing is written but wrong tries; the document that uses the grant says who, what and why.
 */
export async function giveApproval(ctx: Context, { pin, memberId, reason, needs }: GiveApprovalInput): Promise<Result<GrantView>> {
  const person = await findSecond(ctx, { pin, memberId });
  if (!person.ok) return person;
  if (!covers(limitsBehind(person.value), needs)) return tooShort({ memberName: person.value.userName });
  return accept({ grant: sealGrant(ctx, person.value, { needs, reason }), memberId: person.value.id, memberName: person.value.userName, expiresAt: new Date(ctx.now.getTime() + APPROVAL_MS).toISOString() });
}
