import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { auditFile } from "@/modules/tenancy/queries/audit-file.ts";
import { auditExportQuery } from "@/modules/tenancy/schema.ts";

export const GET = endpoint({
  summary: "The activity log as filtered, as a file",
  permission: "audit.read",
  query: auditExportQuery,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { query }) => accept(answerFile(await auditFile(ctx, query))),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
