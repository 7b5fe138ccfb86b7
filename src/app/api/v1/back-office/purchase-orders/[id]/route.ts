import { purchaseOrderAnswer } from "@/app/api/answers/purchase-order.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { changePurchaseOrder } from "@/modules/ordering/commands/save-purchase-order.ts";
import { getPurchaseOrder } from "@/modules/ordering/queries/get-purchase-order.ts";
import { changePurchaseOrderSchema } from "@/modules/ordering/schema.ts";

export const GET = endpoint({
  summary: "An order with what came of it and what the supplier said",
  permission: "purchase.read",
  answer: purchaseOrderAnswer,
  run: async (ctx, { id }) => {
    const known = await getPurchaseOrder(ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const PUT = endpoint({
  summary: "Another content for a draft",
  permission: "purchase.write",
  body: changePurchaseOrderSchema,
  answer: purchaseOrderAnswer,
  refusals: ["purchase_order_state", "product_unknown", "product_repeated", "location_closed", "location_not_yours"],
  run: (ctx, { id, body }) => changePurchaseOrder(ctx, id, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods("GET", "PUT");
