import { valueStock } from "@/modules/stock/queries/value-stock.ts";
import { valuationSchema } from "@/modules/stock/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { valuationAnswer } from "@/app/api/answers/stock.ts";

export const GET = endpoint({
  summary: "What the stock is worth at average, last and replacement cost, by product, category or location, the dearest first",
  permission: "product.cost",
  query: valuationSchema,
  answer: valuationAnswer,
  run: (ctx, { query }) => valueStock(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
