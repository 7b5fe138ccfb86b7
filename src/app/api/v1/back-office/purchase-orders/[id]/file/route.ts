import { answerPaper } from "@/app/api/answer-paper.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { mapAccepted } from "@/kernel/refusal.ts";
import { orderPdf, orderSheet } from "@/modules/ordering/queries/order-file.ts";
import { purchaseOrderFileSchema } from "@/modules/ordering/schema.ts";

export const GET = endpoint({
  summary: "An order as a paper (pdf) or a table (xlsx, csv) for its supplier",
  permission: "purchase.read",
  query: purchaseOrderFileSchema,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { id, query: { format } }) => {
    if (format === "pdf") {
      return mapAccepted(await orderPdf(ctx, id), answerPaper);
    }
    return mapAccepted(await orderSheet(ctx, id, format), answerFile);
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
