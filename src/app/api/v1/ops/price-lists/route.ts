import { page } from "@/app/api/answers/fields.ts";
import { sellingListAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { listSellingLists } from "@/modules/pricing/queries/list-selling-lists.ts";

export const GET = endpoint({
  summary: "Price lists that a sale may name, with their quantity breaks and prices by payment method",
  permission: "product.read",
  query: pageQuery,
  answer: page(sellingListAnswer),
  run: (ctx, { query }) => pageOfWhole(query, listSellingLists(ctx.db)),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
