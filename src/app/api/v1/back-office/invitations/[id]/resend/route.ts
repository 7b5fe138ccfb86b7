import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { invitationAnswer } from "@/app/api/answers/member.ts";
import { isUuid } from "@/kernel/id.ts";
import { refuse } from "@/kernel/refusal.ts";
import { resendInvitation } from "@/modules/team/commands/resend-invitation.ts";
import { getInvitation } from "@/modules/team/queries/get-invitation.ts";

export const POST = endpoint({
  summary: "Make a new link for an invitation; the ones before are dead",
  permission: "member.write",
  answer: invitationAnswer,
  run: async (ctx, { id }) => {
    if (!isUuid(id)) return refuse("not_found");
    const sent = await resendInvitation(ctx, id);
    return sent.ok ? getInvitation(ctx, id) : sent;
  },
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
