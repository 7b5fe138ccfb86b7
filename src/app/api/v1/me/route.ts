import { z } from "zod";
import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { PERMISSIONS } from "@/modules/tenancy/permissions.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

const answer = z.object({
  user: z.object({ id: z.uuid(), email: z.string(), name: z.string(), role: z.enum(["OWNER", "ADMIN", "STAFF"]) }),
  tenant: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  role: z.enum(["OWNER", "ADMIN", "STAFF"]),
  permissions: z.array(z.enum(PERMISSIONS)),
});

export const GET = endpoint({
  summary: "Who asks, in which shop, with which rights",
  permission: null,
  answer,
  run: async ({ member, tenant, permissions }) =>
    accept({ user: { id: member.userId, email: member.email, name: member.name, role: member.role }, tenant, role: member.role, permissions: [...permissions].sort() }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
