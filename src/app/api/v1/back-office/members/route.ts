import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { memberAnswer, memberListAnswer } from "@/app/api/answers/member.ts";
import { accept } from "@/kernel/refusal.ts";
import { createMember } from "@/modules/team/commands/create-member.ts";
import { getMember } from "@/modules/team/queries/get-member.ts";
import { listMembers } from "@/modules/team/queries/list-members.ts";
import { createMemberBody, listQuery } from "@/modules/team/schema.ts";

export const GET = endpoint({
  summary: "The people of the shop",
  permission: "member.read",
  query: listQuery,
  answer: memberListAnswer,
  run: async (ctx, { query }) => accept(await listMembers(ctx, query)),
});

export const POST = endpoint({
  summary: "Add a person who has no account yet, with a first password",
  permission: "member.write",
  body: createMemberBody,
  proof: ({ role }) => role === "ADMIN",
  answer: memberAnswer,
  status: 201,
  refusals: ["proof_required", "email_taken", "idempotency_mismatch"],
  run: async (ctx, { body }) => {
    const created = await createMember(ctx, body);
    return created.ok ? getMember(ctx, created.value.id) : created;
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
