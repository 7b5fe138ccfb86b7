import { accept } from "@/kernel/refusal.ts";
import { listBalances } from "@/modules/stock/queries/list-balances.ts";
import { listBalancesSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { balancePageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "What was on hand at an instant or at the end of a day, by product and location",
  permission: "stock.read",
  query: listBalancesSchema,
  answer: balancePageAnswer,
  run: async (ctx, { query }) => accept(await listBalances(ctx, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
