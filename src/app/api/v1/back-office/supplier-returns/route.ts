import { returnAnswer, returnPageAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { registerReturn } from "@/modules/purchases/commands/register-return.ts";
import { listReturns } from "@/modules/purchases/queries/list-returns.ts";
import { listReturnsSchema, registerReturnSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "Returns to suppliers, the newest first",
  permission: "purchase.read",
  query: listReturnsSchema,
  answer: returnPageAnswer,
  run: async (ctx, { query }) => accept(await listReturns(ctx, query)),
});

export const POST = endpoint({
  summary: "Return goods to their supplier: stock out at cost, waiting for the credit note",
  permission: "purchase.write",
  body: registerReturnSchema,
  answer: returnAnswer,
  status: 201,
  refusals: ["product_unknown", "product_repeated", "stock_short", "idempotency_mismatch"],
  run: (ctx, { body }) => registerReturn(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
