import { z } from "zod";
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
  run: (ctx, { id, query }) => listListPrices(ctx, id, query),
});

export const POST = endpoint({
  summary: "Write prices of a list of its own; null takes a product off it",
  permission: "price.change",
  body: listPricesSchema,
  answer: z.object({ changed: z.int() }),
  refusals: ["product_unknown", "price_list_derived", "idempotency_mismatch"],
  run: (ctx, { id, body }) => saveListPrices(ctx, id, body.items),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
