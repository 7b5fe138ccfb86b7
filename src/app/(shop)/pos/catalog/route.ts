import { posCatalogueAnswer } from "@/app/api/answers/product.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { accept } from "@/kernel/refusal.ts";
import { posCatalogue } from "@/modules/catalogue/queries/pos-catalogue.ts";
import { loadSaleRules } from "@/modules/pricing/queries/load-sale-rules.ts";
import { posCatalogueSchema } from "@/modules/catalogue/schema.ts";

/** The till's own catalogue: all of it, or what changed since its cursor. */
export const GET = endpoint({
  summary: "The catalogue as the till holds it",
  permission: "sale.register",
  query: posCatalogueSchema,
  answer: posCatalogueAnswer,
  run: async (ctx, { query }) => {
    const [catalogue, rules] = await Promise.all([posCatalogue(ctx, query.since ?? null), loadSaleRules(ctx.db)]);
    return accept({ ...catalogue, rules });
  },
});
