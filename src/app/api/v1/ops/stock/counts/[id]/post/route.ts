import { postCount } from "@/modules/stock/commands/post-count.ts";
import { postCountSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { countAnswer } from "@/app/api/answers/stock.ts";

export const POST = endpoint({
  summary: "Approve a count: its differences become movements",
  permission: "stock.count",
  reads: { read: readOptionalBody },
  body: postCountSchema,
  answer: countAnswer,
  refusals: ["count_state", "count_disputed", "approval_needed", "approval_by_other", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { id, body }) => postCount(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
