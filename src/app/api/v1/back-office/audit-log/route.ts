import { auditListAnswer } from "@/app/api/answers/audit.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { listAudit } from "@/modules/tenancy/queries/list-audit.ts";
import { auditQuery } from "@/modules/tenancy/schema.ts";

export const GET = endpoint({
  summary: "Who did what, the newest first",
  permission: "audit.read",
  query: auditQuery,
  answer: auditListAnswer,
  run: async (ctx, { query }) => accept(await listAudit(ctx, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
