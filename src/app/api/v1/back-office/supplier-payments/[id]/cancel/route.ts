import { supplierPaymentAnswer } from "@/app/api/answers/purchase.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { cancelPayment } from "@/modules/purchases/commands/cancel-payment.ts";
import { cancelSchema } from "@/modules/purchases/schema.ts";

export const POST = endpoint({
  summary: "Cancel a payment to a supplier: what it paid is owed again",
  permission: "purchase.pay",
  body: cancelSchema,
  answer: supplierPaymentAnswer,
  refusals: ["payment_cancelled"],
  run: (ctx, { id, body }) => cancelPayment(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
