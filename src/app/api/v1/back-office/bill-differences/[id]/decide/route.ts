import { differenceAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { decideDifference } from "@/modules/purchases/commands/decide-difference.ts";
import { decideSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Decide about a difference, once and with a reason",
  permission: "purchase.write",
  body: decideSchema,
  answer: differenceAnswer,
  refusals: ["difference_decided"],
  run: (ctx, { id, body }) => decideDifference(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
