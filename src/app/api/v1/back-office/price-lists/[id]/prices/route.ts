import { z } from "zod";
import { isUuid } from "@/kernel/id.ts";
import { refuse } from "@/kernel/refusal.ts";
import { saveListPrices } from "@/modules/pricing/commands/save-list-prices.ts";
import { listListPrices } from "@/modules/pricing/queries/list-list-prices.ts";
import { listPricesSchema, pageSchema } from "@/modules/pricing/schema.ts";
import { listPricesAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "The prices of a list by product name, as they are this moment",
  permission: "product.read",
  query: pageSchema,
  answer: listPricesAnswer,
  run: async (ctx, { params, query }) => (isUuid(params.id) ? listListPrices(ctx, params.id, query) : refuse("not_found")),
});

export const POST = endpoint({
  summary: "Write prices of a list of its own; null takes a product off it",
  permission: "price.change",
  body: listPricesSchema,
  answer: z.object({ changed: z.int() }),
  refusals: ["product_unknown", "price_list_derived", "idempotency_mismatch"],
  run: async (ctx, { params, body }) => (isUuid(params.id) ? saveListPrices(ctx, params.id, body.items) : refuse("not_found")),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
