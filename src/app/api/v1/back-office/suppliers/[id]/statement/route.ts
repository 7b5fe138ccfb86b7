import { answerPaper } from "@/app/api/answer-paper.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mapAccepted } from "@/kernel/refusal.ts";
import { statementPdf } from "@/modules/purchases/queries/statement-file.ts";
import { statementSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "A supplier's account of a period as a paper: opening balance, entries with their due dates, closing balance",
  permission: "purchase.read",
  query: statementSchema,
  answer: fileAnswer,
  answerType: "application/pdf",
  run: async (ctx, { id, query }) => mapAccepted(await statementPdf(ctx, id, query), answerPaper),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
