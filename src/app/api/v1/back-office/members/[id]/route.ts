import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { memberAnswer } from "@/app/api/answers/member.ts";
import { patchMember } from "@/modules/team/commands/patch-member.ts";
import { getMember } from "@/modules/team/queries/get-member.ts";
import { givesRights } from "@/modules/team/rules/gives-rights.ts";
import { changeMemberBody } from "@/modules/team/schema.ts";

export const GET = endpoint({
  summary: "A member",
  permission: "member.read",
  answer: memberAnswer,
  run: (ctx, { id }) => getMember(ctx, id),
});

export const PATCH = endpoint({
  summary: "Change a member's role, rights or limits, deactivate them or bring them back",
  permission: "member.write",
  body: changeMemberBody,
  proof: givesRights,
  answer: memberAnswer,
  refusals: ["proof_required", "own_role", "owner_protected", "last_owner"],
  run: async (ctx, { id, body }) => {
    const changed = await patchMember(ctx, id, body);
    return changed.ok ? getMember(ctx, id) : changed;
  },
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
