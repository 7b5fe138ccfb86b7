import { accept, refuse } from "@/kernel/refusal.ts";
import { getFamily } from "@/modules/catalogue/queries/get-family.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { familyAnswer } from "@/app/api/answers/product.ts";

export const GET = endpoint({
  summary: "A family with its variants in the order of their measures",
  permission: "product.read",
  answer: familyAnswer,
  run: async (ctx, { id }) => {
    const family = await getFamily(ctx, ctx.db, id);
    return family ? accept(family) : refuse("not_found");
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
