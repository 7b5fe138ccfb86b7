import { z } from "zod";
import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { PERMISSIONS } from "@/modules/tenancy/permissions.ts";

const answer = z.object({
  user: z.object({ id: z.uuid(), name: z.string() }),
  tenant: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  role: z.enum(["OWNER", "ADMIN", "STAFF"]),
  permissions: z.array(z.enum(PERMISSIONS)),
});

export const GET = endpoint({
  summary: "Who asks, in which shop, with which rights",
  permission: null,
  answer,
  run: async ({ member, tenant, permissions }) =>
    accept({ user: { id: member.userId, name: member.name }, tenant, role: member.role, permissions: [...permissions].sort() }),
});
