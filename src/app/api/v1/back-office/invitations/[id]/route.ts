import { endpoint } from "@/app/api/endpoint.ts";
import { isUuid } from "@/kernel/id.ts";
import { refuse } from "@/kernel/refusal.ts";
import { revokeInvitation } from "@/modules/team/commands/revoke-invitation.ts";
import { getInvitation } from "@/modules/team/queries/get-invitation.ts";

export const GET = endpoint({
  summary: "An invitation",
  permission: "member.write",
  run: (ctx, { params }) => getInvitation(ctx, params.id),
});

export const DELETE = endpoint({
  summary: "Revoke an invitation",
  permission: "member.write",
  status: 204,
  run: async (ctx, { params }) => (isUuid(params.id) ? revokeInvitation(ctx, params.id) : refuse("not_found")),
});
