import { accept } from "@/kernel/refusal.ts";
import { sumShrinkage } from "@/modules/stock/queries/sum-shrinkage.ts";
import { shrinkageSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { shrinkageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "What was lost and found between two days, by reason, at cost",
  permission: "product.cost",
  query: shrinkageSchema,
  answer: shrinkageAnswer,
  run: async (ctx, { query }) => accept(await sumShrinkage(ctx, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
