import { receiptAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { receivePurchaseOrder } from "@/modules/ordering/commands/receive-purchase-order.ts";
import { receivePurchaseOrderSchema } from "@/modules/ordering/schema.ts";

export const POST = endpoint({
  summary: "Goods of a sent order arrive, all or part of them: stock at the expected cost, no debt until the bill",
  permission: "purchase.write",
  reads: { read: readOptionalBody },
  body: receivePurchaseOrderSchema,
  answer: receiptAnswer,
  status: 201,
  refusals: ["purchase_order_state", "product_unknown", "product_repeated", "reason_required", "idempotency_mismatch"],
  run: (ctx, { id, body }) => receivePurchaseOrder(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
