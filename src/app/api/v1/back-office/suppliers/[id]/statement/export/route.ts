import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mapAccepted } from "@/kernel/refusal.ts";
import { statementSheet } from "@/modules/purchases/queries/statement-sheet.ts";
import { exportStatementSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "A supplier's account of a period as a spreadsheet",
  permission: "purchase.read",
  query: exportStatementSchema,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { id, query }) => mapAccepted(await statementSheet(ctx, id, query), answerFile),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
