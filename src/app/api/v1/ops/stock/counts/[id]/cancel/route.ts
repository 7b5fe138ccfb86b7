import { cancelCount } from "@/modules/stock/commands/move-count.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { countAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "Give a count up; nothing moves",
  permission: "stock.count",
  answer: countAnswer,
  refusals: ["count_state", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id }) => cancelCount(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
