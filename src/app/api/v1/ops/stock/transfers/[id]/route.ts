import { accept, refuse } from "@/kernel/refusal.ts";
import { getTransfer } from "@/modules/stock/queries/get-transfer.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { transferAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "A transfer with what left, came, is on the way and is missing",
  permission: "stock.read",
  answer: transferAnswer,
  run: async (ctx, { id }) => {
    const known = await getTransfer(ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
