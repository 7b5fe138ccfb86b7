import { receiptAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getReceipt } from "@/modules/purchases/queries/get-receipt.ts";

export const GET = endpoint({
  summary: "A receipt, what was billed of it included",
  permission: "purchase.read",
  answer: receiptAnswer,
  run: async (ctx, { id }) => {
    const known = await getReceipt(ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
