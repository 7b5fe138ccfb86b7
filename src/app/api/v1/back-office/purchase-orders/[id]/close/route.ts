import { purchaseOrderAnswer } from "@/app/api/answers/purchase-order.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { closePurchaseOrder } from "@/modules/ordering/commands/end-purchase-order.ts";
import { endPurchaseOrderSchema } from "@/modules/ordering/schema.ts";

export const POST = endpoint({
  summary: "What did not come of a sent order will not come",
  permission: "purchase.write",
  body: endPurchaseOrderSchema,
  answer: purchaseOrderAnswer,
  refusals: ["purchase_order_state"],
  run: (ctx, { id, body }) => closePurchaseOrder(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
