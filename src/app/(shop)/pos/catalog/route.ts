import { posCatalogueAnswer } from "@/app/api/answers/product.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { posCatalogue } from "@/modules/catalogue/queries/pos-catalogue.ts";
import { posCatalogueSchema } from "@/modules/catalogue/schema.ts";

/** The till's own catalogue: all of it, or what changed since its cursor. */
export const GET = endpoint({
  summary: "The catalogue as the till holds it",
  permission: "sale.register",
  query: posCatalogueSchema,
  answer: posCatalogueAnswer,
  run: async (ctx, { query }) => accept(await posCatalogue(ctx, query.since ?? null)),
});
