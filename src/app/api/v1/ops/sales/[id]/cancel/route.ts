import { saleAnswer } from "@/app/api/answers/sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { cancelSale } from "@/modules/sales/commands/cancel-sale.ts";
import { cancelSaleSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Cancel a sale by opposite entries",
  permission: "sale.cancel",
  body: cancelSaleSchema,
  answer: saleAnswer,
  refusals: ["pin_wrong", "approval_own", "approval_short", "approval_gone", "sale_cancelled", "sale_returned", "sale_closed", "credit_spent", "refund_over_limit", "stock_short", "location_not_yours"],
  run: (ctx, { id, body }) => cancelSale(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
