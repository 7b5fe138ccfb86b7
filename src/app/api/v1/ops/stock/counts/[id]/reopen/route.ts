import { reopenCount } from "@/modules/stock/commands/move-count.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { countAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "Go back to counting",
  permission: "stock.approve",
  answer: countAnswer,
  refusals: ["count_state", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id }) => reopenCount(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
