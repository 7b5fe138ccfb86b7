import { endpoint } from "@/app/api/endpoint.ts";
import { answerFile, fileAnswer } from "@/app/api/file-answer.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { exportProducts } from "@/modules/catalogue/queries/export-products.ts";
import { exportProductsSchema } from "@/modules/catalogue/schema.ts";

export const GET = endpoint({
  summary: "The products that a list shows, all of them, as a file; costs with permission product.cost",
  permission: "product.read",
  query: exportProductsSchema,
  answer: fileAnswer,
  answerType: "application/octet-stream",
  run: async (ctx, { query }) => accept(answerFile(await exportProducts(ctx, query))),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
