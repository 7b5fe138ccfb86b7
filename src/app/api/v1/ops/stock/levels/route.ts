import { accept } from "@/kernel/refusal.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listLevelsSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { levelPageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Stock levels by product and location",
  permission: "stock.read",
  query: listLevelsSchema,
  answer: levelPageAnswer,
  run: async (ctx, { query }) => accept(await listLevels(ctx, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
