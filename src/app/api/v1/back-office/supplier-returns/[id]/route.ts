import { returnAnswer } from "@/app/api/answers/receipt.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept, refuse } from "@/kernel/refusal.ts";
import { getReturn } from "@/modules/purchases/queries/get-return.ts";

export const GET = endpoint({
  summary: "A return to a supplier",
  permission: "purchase.read",
  answer: returnAnswer,
  run: async (ctx, { id }) => {
    const known = await getReturn(ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
