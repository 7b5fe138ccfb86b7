import { saveCategory } from "@/modules/catalogue/commands/save-category.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { createCategorySchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageOfWhole, pageQuery } from "@/app/api/page-by-place.ts";
import { categoryAnswer, categoryListAnswer } from "@/app/api/answers/category.ts";

export const GET = endpoint({
  summary: "All categories by name",
  permission: "product.read",
  query: pageQuery,
  answer: categoryListAnswer,
  run: (ctx, { query }) => pageOfWhole(query, listCategories(ctx)),
});

export const POST = endpoint({
  summary: "Add a category",
  permission: "category.write",
  body: createCategorySchema,
  answer: categoryAnswer,
  status: 201,
  refusals: ["not_found", "category_taken", "conflict", "idempotency_mismatch"],
  run: (ctx, { body: { id, ...category } }) => saveCategory(ctx, null, category, id),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
