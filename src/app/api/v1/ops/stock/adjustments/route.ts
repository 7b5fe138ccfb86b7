import { accept } from "@/kernel/refusal.ts";
import { adjustStock } from "@/modules/stock/commands/adjust-stock.ts";
import { listAdjustments } from "@/modules/stock/queries/list-adjustments.ts";
import { adjustStockSchema, listDocumentsSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { adjustmentAnswer, adjustmentPageAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "Stock adjustments, the newest first",
  permission: "stock.read",
  query: listDocumentsSchema,
  answer: adjustmentPageAnswer,
  run: async (ctx, { query }) => accept(await listAdjustments(ctx, query)),
});

export const POST = endpoint({
  summary: "Put stock right: add, take, or set to what was counted",
  permission: "stock.adjust",
  body: adjustStockSchema,
  answer: adjustmentAnswer,
  status: 201,
  refusals: ["product_unknown", "product_repeated", "quantity_not_fractional", "stock_short", "approval_needed", "location_closed", "location_not_yours", "idempotency_mismatch"],
  run: (ctx, { body }) => adjustStock(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
