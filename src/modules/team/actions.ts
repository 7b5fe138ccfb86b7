"use server";

import { getLocale } from "next-intl/server";
import { headers } from "next/headers";
import { accept, refuse } from "@/kernel/refusal.ts";
import { definePublicAction } from "@/modules/identity/define-public-action.ts";
import { checkAgain } from "@/modules/identity/commands/check-again.ts";
import { endSession } from "@/modules/identity/commands/end-session.ts";
import { clearSessionCookie, currentDeviceUserId, currentSecret, currentSession } from "@/modules/identity/session-cookie.ts";
import { clearTillCookie, currentTill, setTillCookie } from "@/modules/identity/till-cookie.ts";
import { visitorOf } from "@/modules/identity/visitor.ts";
import { defineFormAction } from "@/modules/tenancy/define-form-action.ts";
import { changeMember } from "./commands/change-member.ts";
import { clearPin } from "./commands/clear-pin.ts";
import { deactivateMember } from "./commands/deactivate-member.ts";
import { deletePermissionSet } from "./commands/delete-permission-set.ts";
import { endTill } from "./commands/end-till.ts";
import { enterPermissionSet } from "./commands/enter-permission-set.ts";
import { enterStanding } from "./commands/enter-standing.ts";
import { handOverOwnership } from "./commands/hand-over-ownership.ts";
import { inviteMember } from "./commands/invite-member.ts";
import { lockTill } from "./commands/lock-till.ts";
import { reactivateMember } from "./commands/reactivate-member.ts";
import { requireSecondFactor } from "./commands/require-second-factor.ts";
import { resendInvitation } from "./commands/resend-invitation.ts";
import { revokeInvitation } from "./commands/revoke-invitation.ts";
import { setPin } from "./commands/set-pin.ts";
import { shareTill } from "./commands/share-till.ts";
import { enterByInvitation } from "./enter-by-invitation.ts";
import { acceptAsNewForm, acceptForm, changeMemberForm, deleteSetForm, handOverForm, invitationForm, inviteForm, memberForm, nothingForm, permissionSetForm, pinForm, policyForm, setPinForm, tillForm } from "./schema.ts";
import { takeOverTill } from "./take-over-till.ts";

export const inviteAction = defineFormAction({
  permission: "member.write",
  schema: inviteForm,
  proof: ({ place }) => place === "ADMIN",
  words: { "email.required": "team.invite.emailMissing", "name.name_required": "team.invite.nameMissing" },
  run: async (ctx, { email, name, ...typed }) => {
    const standing = await enterStanding(ctx, typed);
    if (!standing.ok) return standing;
    const invited = await inviteMember(ctx, { email, name, ...standing.value });
    return invited.ok ? accept(`/team/invitations/${invited.value.id}?done=invited`) : invited;
  },
});

export const resendInvitationAction = defineFormAction({
  permission: "member.write",
  schema: invitationForm,
  run: async (ctx, { id }) => {
    const sent = await resendInvitation(ctx, id);
    return sent.ok ? accept(`/team/invitations/${id}?done=resent`) : sent;
  },
});

export const revokeInvitationAction = defineFormAction({
  permission: "member.write",
  schema: invitationForm,
  run: async (ctx, { id }) => {
    const revoked = await revokeInvitation(ctx, id);
    return revoked.ok ? accept("/team?done=revoked") : revoked;
  },
});

export const changeMemberAction = defineFormAction({
  permission: "member.write",
  schema: changeMemberForm,
  proof: true,
  run: async (ctx, { id, ...typed }) => {
    const standing = await enterStanding(ctx, typed);
    if (!standing.ok) return standing;
    const changed = await changeMember(ctx, id, standing.value);
    return changed.ok ? accept(`/team/${id}?done=changed`) : changed;
  },
});

export const deactivateMemberAction = defineFormAction({
  permission: "member.write",
  schema: memberForm,
  run: async (ctx, { id }) => {
    const ended = await deactivateMember(ctx, id);
    return ended.ok ? accept(`/team/${id}?done=deactivated`) : ended;
  },
});

/** Of oneself only: whoever works here may go. */
export const leaveShopAction = defineFormAction({
  permission: null,
  schema: memberForm,
  run: async (ctx, { id }) => {
    if (id !== ctx.member.id) return refuse("forbidden");
    const left = await deactivateMember(ctx, id);
    return left.ok ? accept("/login") : left;
  },
});

export const reactivateMemberAction = defineFormAction({
  permission: "member.write",
  schema: memberForm,
  proof: true,
  run: async (ctx, { id }) => {
    const back = await reactivateMember(ctx, id);
    return back.ok ? accept(`/team/${id}?done=reactivated`) : back;
  },
});

export const handOverAction = defineFormAction({
  permission: "shop.own",
  schema: handOverForm,
  proof: true,
  run: async (ctx, { id, keep }) => {
    const handed = await handOverOwnership(ctx, { id, keep: keep === "on" });
    return handed.ok ? accept(`/team/${id}?done=handedOver`) : handed;
  },
});

export const savePermissionSetAction = defineFormAction({
  permission: "member.write",
  schema: permissionSetForm,
  proof: true,
  run: async (ctx, form) => {
    const saved = await enterPermissionSet(ctx, form);
    return saved.ok ? accept(`/team/roles/${saved.value.key}?done=saved`) : saved;
  },
});

export const deletePermissionSetAction = defineFormAction({
  permission: "member.write",
  schema: deleteSetForm,
  proof: true,
  run: async (ctx, { key }) => {
    const gone = await deletePermissionSet(ctx, key);
    return gone.ok ? accept("/team/roles?done=deleted") : gone;
  },
});

export const acceptInvitationAction = definePublicAction({
  schema: acceptForm,
  keep: [],
  run: async ({ token }, visitor) => {
    const session = await currentSession();
    if (!session || session.byPin) return refuse("session_ended");
    const { userId, email } = session.membership;
    return enterByInvitation(token, { userId, email }, visitor);
  },
});

export const acceptAsNewAction = definePublicAction({
  schema: acceptAsNewForm,
  keep: ["name", "acceptTerms"],
  words: { "name.name_required": "onboarding.nameMissing", "password.required": "onboarding.passwordMissing" },
  run: async ({ token, name, password }, visitor) => enterByInvitation(token, { name, password, locale: await getLocale() }, visitor),
});

export const requireSecondFactorAction = defineFormAction({
  permission: "shop.own",
  schema: policyForm,
  proof: true,
  run: async (ctx, { required }) => {
    const changed = await requireSecondFactor(ctx, required === "yes");
    return changed.ok ? accept("/team?done=changed") : changed;
  },
});

/** One's own PIN here; who sits at this session shows that it is theirs. */
export const setPinAction = defineFormAction({
  permission: null,
  schema: setPinForm,
  keep: [],
  words: { "current.required": "auth.passwordMissing", "pin.required": "tills.pinMissing" },
  run: async (ctx, { current, pin }) => {
    const [session, known] = [await currentSession(), await currentDeviceUserId()];
    if (!session) return refuse("unauthenticated");
    const proved = await checkAgain(session, current, visitorOf(await headers(), known));
    if (!proved.ok) return proved;
    const set = await setPin(ctx, pin);
    return set.ok ? accept("/account?done=pin") : set;
  },
});

export const clearPinAction = defineFormAction({
  permission: "member.write",
  schema: memberForm,
  run: async (ctx, { id }) => {
    const cleared = await clearPin(ctx, id);
    return cleared.ok ? accept(`/team/${id}?done=pinCleared`) : cleared;
  },
});

/** Whoever shares a device leaves it locked: their own session would be everybody's. */
export const shareTillAction = defineFormAction({
  permission: "till.share",
  schema: nothingForm,
  proof: true,
  run: async (ctx) => {
    const shared = await shareTill(ctx);
    if (!shared.ok) return shared;
    await setTillCookie(shared.value.secret);
    const secret = await currentSecret();
    if (secret !== null) await endSession(secret, visitorOf(await headers()));
    await clearSessionCookie();
    return accept("/till");
  },
});

export const endTillAction = defineFormAction({
  permission: "till.share",
  schema: tillForm,
  run: async (ctx, { id }) => {
    const ended = await endTill(ctx, id);
    if (!ended.ok) return ended;
    if ((await currentTill())?.id === id) await clearTillCookie();
    return accept("/team?done=tillEnded");
  },
});

export const lockTillAction = defineFormAction({
  permission: null,
  alsoByPin: true,
  schema: nothingForm,
  run: async (ctx) => {
    const [till, secret] = [await currentTill(), await currentSecret()];
    if (!till || secret === null) return refuse("till_gone");
    const locked = await lockTill(ctx, till, secret);
    if (!locked.ok) return locked;
    await clearSessionCookie();
    return accept("/till");
  },
});

export const enterByPinAction = definePublicAction({
  schema: pinForm,
  keep: [],
  words: { "pin.required": "tills.pinMissing" },
  run: (input, visitor) => takeOverTill(input, visitor),
});
