import { customerPaymentAnswer } from "@/app/api/answers/customer.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { customerPaymentSchema } from "@/modules/customers/schema.ts";
import { collectPayment } from "@/modules/sales/commands/collect-payment.ts";

export const POST = endpoint({
  summary: "Take what a customer pays of their account",
  permission: "customer.pay",
  body: customerPaymentSchema,
  answer: customerPaymentAnswer,
  status: 201,
  refusals: ["customer_required", "idempotency_mismatch", "conflict"],
  run: (ctx, { id, body }) => collectPayment(ctx, id, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
