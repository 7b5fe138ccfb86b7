import { differencePageAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { listDifferences } from "@/modules/purchases/queries/list-differences.ts";
import { listDifferencesSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "Where bills say something else than orders and receipts, by supplier; those without a decision unless asked otherwise",
  permission: "purchase.read",
  query: listDifferencesSchema,
  answer: differencePageAnswer,
  run: async (ctx, { query }) => accept(await listDifferences(ctx, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
