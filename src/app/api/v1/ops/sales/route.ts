import { accept } from "@/kernel/refusal.ts";
import { registerSale } from "@/modules/sales/commands/register-sale.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { listSalesSchema, registerSaleSchema } from "@/modules/sales/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { saleAnswer, salePageAnswer } from "@/app/api/answers/sale.ts";

export const GET = endpoint({
  summary: "Sales, the newest first",
  permission: "sale.read",
  query: listSalesSchema,
  answer: salePageAnswer,
  run: async (ctx, { query }) => accept(await listSales(ctx, query)),
});

export const POST = endpoint({
  summary: "Register a sale",
  permission: "sale.register",
  body: registerSaleSchema,
  answer: saleAnswer,
  status: 201,
  refusals: ["pin_wrong", "approval_own", "approval_short", "approval_gone", "product_unknown", "stock_short", "price_changed", "payment_short", "payment_excess", "discount_over_limit", "price_override", "price_missing", "return_excess", "return_unreceipted", "refund_over_limit", "credit_unknown", "credit_short", "credit_forbidden", "credit_over_limit", "customer_required", "idempotency_mismatch"],
  run: (ctx, { body }) => registerSale(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
