import { purchaseOrderAnswer } from "@/app/api/answers/purchase-order.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { sendPurchaseOrder } from "@/modules/ordering/commands/send-purchase-order.ts";

export const POST = endpoint({
  summary: "The supplier has it: from here on its lines stay, and goods may come",
  permission: "purchase.write",
  answer: purchaseOrderAnswer,
  refusals: ["purchase_order_state"],
  run: (ctx, { id }) => sendPurchaseOrder(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
