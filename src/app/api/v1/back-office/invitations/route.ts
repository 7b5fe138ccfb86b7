import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { invitationAnswer, invitationListAnswer } from "@/app/api/answers/member.ts";
import { accept } from "@/kernel/refusal.ts";
import { inviteMember } from "@/modules/team/commands/invite-member.ts";
import { getInvitation } from "@/modules/team/queries/get-invitation.ts";
import { listInvitations } from "@/modules/team/queries/list-invitations.ts";
import { inviteBody, listQuery } from "@/modules/team/schema.ts";

export const GET = endpoint({
  summary: "Invitations, the newest first, with the links of those that are open",
  permission: "member.write",
  query: listQuery,
  answer: invitationListAnswer,
  run: async (ctx, { query }) => accept(await listInvitations(ctx, query)),
});

export const POST = endpoint({
  summary: "Invite a person by e-mail address",
  permission: "member.write",
  body: inviteBody,
  proof: ({ role }) => role === "ADMIN",
  answer: invitationAnswer,
  status: 201,
  refusals: ["proof_required", "already_member", "invitation_pending", "idempotency_mismatch"],
  run: async (ctx, { body }) => {
    const invited = await inviteMember(ctx, body);
    return invited.ok ? getInvitation(ctx, invited.value.id) : invited;
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
