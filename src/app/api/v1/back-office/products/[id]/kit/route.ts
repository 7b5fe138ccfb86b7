import { accept, refuse } from "@/kernel/refusal.ts";
import { saveKit } from "@/modules/catalogue/commands/save-kit.ts";
import { getKit } from "@/modules/catalogue/queries/get-kit.ts";
import { kitSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { kitAnswer } from "@/app/api/answers/product.ts";

export const GET = endpoint({
  summary: "What a product is made of",
  permission: "product.read",
  answer: kitAnswer,
  run: async (ctx, { id }) => {
    const kit = await getKit(ctx, ctx.db, id);
    return kit ? accept(kit) : refuse("not_found");
  },
});

export const PUT = endpoint({
  summary: "Make a product a kit of others; without components it is a product like any other",
  permission: "product.write",
  body: kitSchema,
  answer: kitAnswer,
  refusals: ["kit_ring", "kit_has_stock", "product_archived"],
  run: (ctx, { id, body }) => saveKit(ctx, id, body),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods("GET", "PUT");
