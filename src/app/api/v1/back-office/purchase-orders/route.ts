import { purchaseOrderAnswer, purchaseOrderPageAnswer } from "@/app/api/answers/purchase-order.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { createPurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { listPurchaseOrders } from "@/modules/ordering/queries/list-purchase-orders.ts";
import { createPurchaseOrderSchema, listPurchaseOrdersSchema } from "@/modules/ordering/schema.ts";

export const GET = endpoint({
  summary: "Orders to suppliers, the newest first",
  permission: "purchase.read",
  query: listPurchaseOrdersSchema,
  answer: purchaseOrderPageAnswer,
  run: async (ctx, { query }) => accept(await listPurchaseOrders(ctx, query)),
});

export const POST = endpoint({
  summary: "A new order to a supplier, a draft until it is sent; costs by the supplier's list where none are given",
  permission: "purchase.write",
  body: createPurchaseOrderSchema,
  answer: purchaseOrderAnswer,
  status: 201,
  refusals: ["product_unknown", "product_repeated", "location_closed", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { body }) => createPurchaseOrder(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
