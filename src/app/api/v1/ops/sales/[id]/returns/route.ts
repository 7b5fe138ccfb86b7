import { returnAnswer } from "@/app/api/answers/sale.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { returnSale } from "@/modules/sales/commands/return-sale.ts";
import { returnSaleSchema } from "@/modules/sales/schema.ts";

export const POST = endpoint({
  summary: "Take goods of a sale back",
  permission: "sale.return",
  body: returnSaleSchema,
  answer: returnAnswer,
  status: 201,
  refusals: ["pin_wrong", "approval_own", "approval_short", "approval_gone", "return_excess", "refund_over_limit", "sale_cancelled", "quantity_not_fractional", "location_not_yours", "idempotency_mismatch", "conflict"],
  run: (ctx, { id, body }) => returnSale(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
