import { z } from "zod";
import { page } from "@/app/api/answers/fields.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { listPriceLists } from "@/modules/catalogue/queries/list-price-lists.ts";

/** What the counter sells by: the base list, the price on each product. Lists beside it stand under back-office. */
export const GET = endpoint({
  summary: "Price lists",
  permission: "product.read",
  answer: page(z.object({ id: z.uuid(), kind: z.literal("base"), currency: z.string(), taxIncluded: z.boolean(), isDefault: z.boolean() })),
  run: async (ctx) => accept({ items: await listPriceLists(ctx), nextCursor: null }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
