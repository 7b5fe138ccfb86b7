import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { createMember } from "@/modules/team/commands/create-member.ts";
import { getMember } from "@/modules/team/queries/get-member.ts";
import { listMembers } from "@/modules/team/queries/list-members.ts";
import { createMemberBody, listQuery } from "@/modules/team/schema.ts";

export const GET = endpoint({
  summary: "The people of the shop",
  permission: "member.read",
  query: listQuery,
  run: async (ctx, { query }) => accept(await listMembers(ctx, query)),
});

export const POST = endpoint({
  summary: "Add a person who has no account yet, with a first password",
  permission: "member.write",
  body: createMemberBody,
  status: 201,
  run: async (ctx, { body }) => {
    const created = await createMember(ctx, body);
    return created.ok ? getMember(ctx, created.value.id) : created;
  },
});
