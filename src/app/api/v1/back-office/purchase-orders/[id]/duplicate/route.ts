import { purchaseOrderAnswer } from "@/app/api/answers/purchase-order.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { duplicatePurchaseOrder } from "@/modules/ordering/commands/duplicate-purchase-order.ts";

export const POST = endpoint({
  summary: "The same goods once more, as a new draft at today's expected costs",
  permission: "purchase.write",
  answer: purchaseOrderAnswer,
  status: 201,
  refusals: ["product_unknown"],
  run: (ctx, { id }) => duplicatePurchaseOrder(ctx, id),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
