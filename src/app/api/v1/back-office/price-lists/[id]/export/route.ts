import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mapAccepted } from "@/kernel/refusal.ts";
import { exportList } from "@/modules/pricing/queries/export-list.ts";
import { exportListSchema } from "@/modules/pricing/schema.ts";

export const GET = endpoint({
  summary: "The prices of a list as a file",
  permission: "product.read",
  query: exportListSchema,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { id, query }) => mapAccepted(await exportList(ctx, id, query.format), answerFile),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
