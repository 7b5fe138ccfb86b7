import { accept, refuse } from "@/kernel/refusal.ts";
import { savePriceList } from "@/modules/pricing/commands/save-price-list.ts";
import { getPriceList } from "@/modules/pricing/queries/load-price-lists.ts";
import { touchesMethods } from "@/modules/pricing/rules/touches-methods.ts";
import { updatePriceListSchema } from "@/modules/pricing/schema.ts";
import { priceListAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";

export const GET = endpoint({
  summary: "A price list with its rules",
  permission: "price.change",
  answer: priceListAnswer,
  run: async (ctx, { id }) => {
    const list = await getPriceList(ctx.db, id);
    return list ? accept(list) : refuse("not_found");
  },
});

export const PATCH = endpoint({
  summary: "Change the rules of a price list",
  permission: "price.change",
  body: updatePriceListSchema,
  proof: touchesMethods,
  answer: priceListAnswer,
  refusals: ["proof_required", "price_list_taken", "version_changed", "not_allowed"],
  run: (ctx, { id, body }) => savePriceList(ctx, id, body),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
