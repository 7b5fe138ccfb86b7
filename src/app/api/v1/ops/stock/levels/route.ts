import { accept } from "@/kernel/refusal.ts";
import { listLevels } from "@/modules/stock/queries/list-levels.ts";
import { listLevelsSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "Stock levels by product and location",
  permission: "stock.read",
  query: listLevelsSchema,
  run: async (ctx, { query }) => accept(await listLevels(ctx, query)),
});
