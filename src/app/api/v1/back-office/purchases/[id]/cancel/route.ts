import { purchaseAnswer } from "@/app/api/answers/purchase.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { cancelPurchase } from "@/modules/purchases/commands/cancel-purchase.ts";
import { cancelSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Cancel a bill by opposite entries",
  permission: "purchase.write",
  body: cancelSchema,
  answer: purchaseAnswer,
  refusals: ["purchase_cancelled", "stock_short"],
  run: (ctx, { id, body }) => cancelPurchase(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
