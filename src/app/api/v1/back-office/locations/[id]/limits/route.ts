import { saveLimits } from "@/modules/stock/commands/save-limits.ts";
import { listLimits } from "@/modules/stock/queries/list-limits.ts";
import { listLimitsSchema, saveLimitsSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { limitPageAnswer, savedLimitsAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Minimums and maximums that hold at one location",
  permission: "location.write",
  query: listLimitsSchema,
  answer: limitPageAnswer,
  run: (ctx, { id, query }) => listLimits(ctx, id, query),
});

export const POST = endpoint({
  summary: "Set minimums and maximums at one location; null for both leaves the product's own",
  permission: "location.write",
  body: saveLimitsSchema,
  answer: savedLimitsAnswer,
  refusals: ["product_unknown", "product_repeated", "idempotency_mismatch"],
  run: (ctx, { id, body }) => saveLimits(ctx, id, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
