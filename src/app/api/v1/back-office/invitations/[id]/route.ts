import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { z } from "zod";
import { invitationAnswer } from "@/app/api/answers/member.ts";
import { accept } from "@/kernel/refusal.ts";
import { revokeInvitation } from "@/modules/team/commands/revoke-invitation.ts";
import { getInvitation } from "@/modules/team/queries/get-invitation.ts";

export const GET = endpoint({
  summary: "An invitation",
  permission: "member.write",
  answer: invitationAnswer,
  run: (ctx, { id }) => getInvitation(ctx, id),
});

export const DELETE = endpoint({
  summary: "Revoke an invitation",
  permission: "member.write",
  answer: z.null(),
  status: 204,
  run: async (ctx, { id }) => {
    const revoked = await revokeInvitation(ctx, id);
    return revoked.ok ? accept(null) : revoked;
  },
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods("GET", "DELETE");
