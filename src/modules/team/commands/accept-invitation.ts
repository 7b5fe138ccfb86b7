import { newId } from "@/kernel/id.ts";
import { accept, refuse, RefusedError, refuseField, type Result } from "@/kernel/refusal.ts";
import { hashPassword } from "@/modules/identity/password.ts";
import { claimAttempt } from "@/modules/identity/postings/claim-attempt.ts";
import { mailVerification } from "@/modules/identity/postings/mail-verification.ts";
import { noteEvent } from "@/modules/identity/postings/note-event.ts";
import { changeRights } from "@/modules/identity/postings/change-membership.ts";
import { plantMembership } from "@/modules/identity/postings/plant-membership.ts";
import { plantAgreement, plantUser } from "@/modules/identity/postings/plant-user.ts";
import { reviveMembership } from "@/modules/identity/postings/revive-membership.ts";
import { findMembership, type Membership } from "@/modules/identity/queries/find-membership.ts";
import { addressGroup, SIGN_UP_BY_ADDRESS } from "@/modules/identity/rules/attempt-limits.ts";
import { checkPassword } from "@/modules/identity/rules/check-password.ts";
import type { Visitor } from "@/modules/identity/visitor.ts";
import { plantMember } from "@/modules/tenancy/postings/plant-member.ts";
import { recordAudit } from "@/modules/tenancy/postings/record-audit.ts";
import type { ControlTx } from "@/platform/db/control-client.ts";
import { databases } from "@/platform/db/databases.ts";
import { sql } from "@/platform/db/sql.ts";
import { findInvitation, type OpenInvitation } from "../queries/find-invitation.ts";

/** The one who accepts: signed in already, or about to have an account. */
export type Invitee = { userId: string; email: string } | { name: string; password: string; locale: string };

/**
 * Takes the place that an invitation offers, once. Refuses with invitation_gone whatever became of the link, and with
 * invitation_other_email when somebody else is signed in: a link that was passed on opens nothing.
 */
export async function acceptInvitation(token: string, invitee: Invitee, visitor: Visitor): Promise<Result<Membership>> {
  const invitation = await findInvitation(token, visitor.now);
  if (!invitation) return refuse("invitation_gone");
  if ("userId" in invitee) {
    if (invitee.email !== invitation.email) return refuse("invitation_other_email", { params: { name: invitation.email } });
    return enter(invitation, async () => invitee.userId, visitor);
  }
  const refused = checkPassword(invitee.password, { email: invitation.email, name: invitee.name, shopName: invitation.shop });
  if (refused) return refuseField(refused.path, refused.code, refused.params);
  const address = addressGroup(visitor.address);
  const attempt = await claimAttempt(databases().control, [{ purpose: "sign-up", subject: address.name, limits: SIGN_UP_BY_ADDRESS, scale: address.scale }], visitor.now);
  if (!attempt.ok) return attempt;
  const passwordHash = await hashPassword(invitee.password);
  return enter(invitation, (tx) => plantInvitee(tx, invitation, { ...invitee, passwordHash }, visitor), visitor);
}

async function plantInvitee(tx: ControlTx, invitation: OpenInvitation, { name, locale, passwordHash }: { name: string; locale: string; passwordHash: string }, visitor: Visitor): Promise<string> {
  const id = newId(visitor.now.getTime());
  const isNew = await plantUser(tx, { id, email: invitation.email, name, passwordHash, locale }, visitor.now);
  if (!isNew) throw new RefusedError(refuse("email_taken"));
  await plantAgreement(tx, id, visitor);
  await mailVerification(tx, { userId: id, email: invitation.email, name, locale }, visitor.now);
  return id;
}

async function enter(invitation: OpenInvitation, who: (tx: ControlTx) => Promise<string>, visitor: Visitor): Promise<Result<Membership>> {
  try {
    const userId = await databases().control.transaction(async (tx) => {
      await claim(tx, invitation, visitor);
      const id = await who(tx);
      await join(tx, invitation, id, visitor);
      return id;
    });
    const membership = await findMembership(userId, invitation.tenantId);
    return membership ? accept(membership) : refuse("account_disabled");
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}

/** Used by exactly one of any number of answers sent at once. */
async function claim(tx: ControlTx, { id, tenantId }: OpenInvitation, { now }: Visitor): Promise<void> {
  await tx.rows(sql`SELECT id FROM tenant WHERE id = ${tenantId} FOR UPDATE`);
  const claimed = await tx.execute(sql`
    UPDATE invitation SET accepted_at = ${now} WHERE id = ${id} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}`);
  if (claimed !== 1) throw new RefusedError(refuse("invitation_gone"));
}

interface Offer {
  role: "ADMIN" | "STAFF";
  permissionSet: string | null;
  permissions: string[];
  thresholds: Readonly<Record<string, string | null>>;
}

async function join(tx: ControlTx, { id: invitationId, tenantId }: OpenInvitation, userId: string, visitor: Visitor): Promise<void> {
  const { now, address, userAgent } = visitor;
  const [offer] = await tx.rows<Offer>(sql`SELECT role, permission_set AS "permissionSet", permissions, thresholds FROM invitation WHERE id = ${invitationId}`);
  const [user] = await tx.rows<{ name: string }>(sql`SELECT name FROM "user" WHERE id = ${userId}`);
  if (!offer || !user) throw new Error("An invitation that was just claimed, or its person, is gone");
  const memberId = await settle(tx, { userId, tenantId, name: user.name }, offer, now);
  await noteEvent(tx, visitor, { kind: "invitation_accepted", userId, tenantId });
  const author = { now, member: { id: memberId, role: offer.role }, request: { id: newId(), address, userAgent } };
  await recordAudit(tx, author, { action: "member.join", entity: "member", entityId: memberId, detail: { invitation: invitationId, after: { name: user.name, ...offer } } });
}

/** A new place, or the one that the person had here before: their documents stay theirs. */
async function settle(tx: ControlTx, { userId, tenantId, name }: { userId: string; tenantId: string; name: string }, offer: Offer, now: Date): Promise<string> {
  const id = newId(now.getTime());
  await tx.enterTenant(tenantId);
  if (await plantMembership(tx, { id, userId, tenantId, ...offer }, now)) {
    await plantMember(tx, { id, userId, name });
    return id;
  }
  const back = await reviveMembership(tx, { userId, tenantId });
  if (back === null) throw new RefusedError(refuse("already_member"));
  await changeRights(tx, back, offer);
  return back;
}
