import { supplierPaymentAnswer } from "@/app/api/answers/purchase.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { paySupplier } from "@/modules/purchases/commands/pay-supplier.ts";
import { paySupplierSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Pay a supplier: the named bills, or the oldest due first",
  permission: "purchase.pay",
  body: paySupplierSchema,
  answer: supplierPaymentAnswer,
  status: 201,
  refusals: ["payment_excess", "payment_short", "idempotency_mismatch", "conflict"],
  run: (ctx, { id, body }) => paySupplier(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
