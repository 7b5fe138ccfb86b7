import { receiptAnswer, receiptPageAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { registerReceipt } from "@/modules/purchases/commands/register-receipt.ts";
import { listReceipts } from "@/modules/purchases/queries/list-receipts.ts";
import { listReceiptsSchema, registerReceiptSchema } from "@/modules/purchases/schema.ts";

export const GET = endpoint({
  summary: "Goods that came before their bill, the newest first",
  permission: "purchase.read",
  query: listReceiptsSchema,
  answer: receiptPageAnswer,
  run: async (ctx, { query }) => accept(await listReceipts(ctx, query)),
});

export const POST = endpoint({
  summary: "Receive goods without a bill: stock at the expected cost, no debt",
  permission: "purchase.write",
  body: registerReceiptSchema,
  answer: receiptAnswer,
  status: 201,
  refusals: ["product_unknown", "product_repeated", "idempotency_mismatch"],
  run: (ctx, { body }) => registerReceipt(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
