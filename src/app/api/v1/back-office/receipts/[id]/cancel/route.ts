import { receiptAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { cancelReceipt } from "@/modules/purchases/commands/cancel-receipt.ts";
import { cancelSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Cancel a receipt that no bill charged by opposite entries",
  permission: "purchase.write",
  body: cancelSchema,
  answer: receiptAnswer,
  refusals: ["receipt_cancelled", "receipt_billed", "stock_short"],
  run: (ctx, { id, body }) => cancelReceipt(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
