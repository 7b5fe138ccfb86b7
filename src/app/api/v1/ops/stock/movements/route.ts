import { accept } from "@/kernel/refusal.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { listMovementsSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { movementPageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Stock movements, the newest first",
  permission: "stock.read",
  query: listMovementsSchema,
  answer: movementPageAnswer,
  run: async (ctx, { query }) => accept(await listMovements(ctx, query)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
