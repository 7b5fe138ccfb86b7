import { page } from "@/app/api/answers/fields.ts";
import { sellingListAnswer } from "@/app/api/answers/price-list.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { listSellingLists } from "@/modules/pricing/queries/list-selling-lists.ts";

export const GET = endpoint({
  summary: "Price lists that a sale may name, with their quantity breaks and prices by payment method",
  permission: "product.read",
  answer: page(sellingListAnswer),
  run: async (ctx) => accept({ items: await listSellingLists(ctx.db), nextCursor: null }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
