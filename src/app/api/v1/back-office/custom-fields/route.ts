import { accept } from "@/kernel/refusal.ts";
import { saveCustomFields } from "@/modules/catalogue/commands/save-custom-fields.ts";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { customFieldsSchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { customFieldsAnswer } from "@/app/api/answers/product.ts";

export const GET = endpoint({
  summary: "The shop's own fields of products",
  permission: "product.read",
  query: pageQuery,
  answer: customFieldsAnswer,
  run: (ctx, { query }) => pageOfWhole(query, listCustomFields(ctx.db)),
});

export const PUT = endpoint({
  summary: "Make these the shop's own fields; one left out goes, its values with it",
  permission: "settings.write",
  body: customFieldsSchema,
  answer: customFieldsAnswer,
  refusals: ["field_taken"],
  run: async (ctx, { body }) => {
    const saved = await saveCustomFields(ctx, body.fields);
    return saved.ok ? accept({ items: saved.value, nextCursor: null }) : saved;
  },
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods("GET", "PUT");
