import { accept, refuse } from "@/kernel/refusal.ts";
import { getCount } from "@/modules/stock/queries/get-count.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { countAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "A count with what was found, each entry against the ledger at its own instant",
  permission: "stock.read",
  answer: countAnswer,
  run: async (ctx, { id }) => {
    const known = await getCount(ctx, ctx.db, id);
    return known ? accept(known.view) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
