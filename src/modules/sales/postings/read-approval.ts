import { newId } from "@/kernel/id.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { findMembership, type Membership } from "@/modules/identity/queries/find-membership.ts";
import { seal, unseal } from "@/modules/identity/seal.ts";
import { checkPin } from "@/modules/team/postings/check-pin.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { grantsOf, openByPin } from "@/modules/tenancy/permissions.ts";
import { limitsOf, narrow, type Limits, type Needs } from "../rules/approval.ts";
import type { ApprovalInput } from "../schema.ts";

/** A ticket may stand aside for a while after somebody allowed what is on it; the next morning they are asked again. */
export const APPROVAL_MS = 12 * 60 * 60 * 1_000;
const PURPOSE = "approval";

/** Somebody's word for one document, before it is written. */
export interface Approval {
  id: string;
  memberId: string;
  memberName: string;
  /** For no more than was asked for: what else is needed is asked for again. */
  isGrant: boolean;
  /** What it opens, at most. */
  limits: Limits;
  reason: string;
}

/** What a grant says inside its seal: for whom, by whom, what and why. */
interface Grant {
  id: string;
  tenantId: string;
  askedBy: string;
  userId: string;
  needs: Needs;
  reason: string;
  at: number;
}

/**
 * Reads the word of a second member: their PIN, or the grant that they gave with it a moment ago. Asked before the document's transaction, since wrong PINs
 * are counted whatever becomes of it. Refuses pin_wrong, rate_limited, approval_own, approval_gone. What the giver may today counts, not what they might then.
 */
export async function readApproval(ctx: Context, input: ApprovalInput | undefined): Promise<Result<Approval | null>> {
  if (input === undefined) return accept(null);
  if (!("grant" in input)) {
    const person = await findSecond(ctx, input);
    return person.ok ? accept({ id: newId(ctx.now.getTime()), memberId: person.value.id, memberName: person.value.userName, isGrant: false, limits: limitsBehind(person.value), reason: input.reason }) : person;
  }
  const grant = openGrant(ctx, input.grant);
  const person = grant && (await findMembership(grant.userId, ctx.tenant.id));
  if (!grant || !person) return refuseField("approval.grant", "approval_gone");
  return accept({ id: grant.id, memberId: person.id, memberName: person.userName, isGrant: true, limits: narrow(limitsBehind(person), grant.needs), reason: grant.reason });
}

/** The person of a PIN, who is not the one who asks. */
export async function findSecond(ctx: Context, given: { pin: string; memberId?: string | undefined }): Promise<Result<Membership>> {
  const person = await checkPin(ctx, given);
  if (!person.ok) return person;
  return person.value.id === ctx.member.id ? refuseField("approval.pin", "approval_own") : person;
}

/** How far a PIN reaches: the counter, as at a shared till; nothing for who still owes the shop their second factor. */
export function limitsBehind(person: Membership): Limits {
  const { permissions, thresholds } = grantsOf({ ...person, patterns: person.permissions });
  if (person.lacksTotp) return narrow(limitsOf({ permissions: new Set(), thresholds }), {});
  return limitsOf({ permissions: openByPin(permissions), thresholds });
}

/** A text that stands for somebody's word, for one document of who asked for it. */
export function sealGrant(ctx: Context, { userId }: Pick<Membership, "userId">, { needs, reason }: { needs: Needs; reason: string }): string {
  const grant: Grant = { id: newId(ctx.now.getTime()), tenantId: ctx.tenant.id, askedBy: ctx.member.id, userId, needs, reason, at: ctx.now.getTime() };
  return seal(JSON.stringify(grant), PURPOSE);
}

function openGrant(ctx: Context, sealed: string): Grant | null {
  const text = unseal(sealed, PURPOSE);
  const grant = text === null ? null : (JSON.parse(text) as Grant);
  const isOurs = grant?.tenantId === ctx.tenant.id && grant.askedBy === ctx.member.id && ctx.now.getTime() - grant.at < APPROVAL_MS;
  return isOurs ? grant : null;
}

/** In the words of a refusal: the one who was asked may not either. */
export function tooShort({ memberName }: Pick<Approval, "memberName">) {
  return refuse("approval_short", { params: { name: memberName } });
}
