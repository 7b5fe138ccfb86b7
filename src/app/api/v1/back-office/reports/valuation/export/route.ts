import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { exportValuation } from "@/modules/stock/queries/export-valuation.ts";
import { exportValuationSchema } from "@/modules/stock/schema.ts";

export const GET = endpoint({
  summary: "The valuation of the stock as a file",
  permission: "product.cost",
  query: exportValuationSchema,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { query }) => accept(answerFile(await exportValuation(ctx, query))),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
