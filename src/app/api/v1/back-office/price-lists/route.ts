import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import { touchesMethods } from "@/modules/pricing/rules/touches-methods.ts";
import { createPriceListSchema } from "@/modules/pricing/schema.ts";
import { priceListAnswer, priceListsAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";

export const GET = endpoint({
  summary: "Price lists with their rules, the base list first",
  permission: "price.change",
  query: pageQuery,
  answer: priceListsAnswer,
  run: (ctx, { query }) => pageOfWhole(query, loadPriceLists(ctx.db)),
});

export const POST = endpoint({
  summary: "Add a price list: derived from the base with a percent, of its own without",
  permission: "price.change",
  body: createPriceListSchema,
  proof: touchesMethods,
  answer: priceListAnswer,
  status: 201,
  refusals: ["proof_required", "price_list_taken", "conflict", "idempotency_mismatch"],
  run: (ctx, { body: { id, ...list } }) => savePriceList(ctx, null, list, id),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
