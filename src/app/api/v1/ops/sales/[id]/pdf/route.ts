import { answerPaper } from "@/app/api/answer-paper.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mapAccepted } from "@/kernel/refusal.ts";
import { receiptPdf } from "@/modules/sales/queries/receipt-file.ts";
import { receiptFileSchema } from "@/modules/sales/schema.ts";

export const GET = endpoint({
  summary: "The receipt of a sale, or of a return of it, on A4 sheets",
  permission: "sale.read",
  query: receiptFileSchema,
  answer: fileAnswer,
  answerType: "application/pdf",
  run: async (ctx, { id, query }) => mapAccepted(await receiptPdf(ctx, id, query), answerPaper),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
