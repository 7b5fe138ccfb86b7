import { recordCount } from "@/modules/stock/commands/record-count.ts";
import { recordCountSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { countAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "What was found, each line stamped with its instant",
  permission: "stock.count",
  body: recordCountSchema,
  answer: countAnswer,
  refusals: ["count_state", "product_unknown", "quantity_not_fractional", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id, body }) => recordCount(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
