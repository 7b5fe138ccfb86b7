import { accept } from "@/kernel/refusal.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { listMovementsSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "Stock movements, the newest first",
  permission: "stock.read",
  query: listMovementsSchema,
  run: async (ctx, { query }) => accept(await listMovements(ctx, query)),
});
