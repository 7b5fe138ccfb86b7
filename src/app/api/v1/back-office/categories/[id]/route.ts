import { isUuid } from "@/kernel/id.ts";
import { refuse } from "@/kernel/refusal.ts";
import { deleteCategory } from "@/modules/catalogue/commands/delete-category.ts";
import { saveCategory } from "@/modules/catalogue/commands/save-category.ts";
import { updateCategorySchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const PATCH = endpoint({
  summary: "Change a category",
  permission: "category.write",
  body: updateCategorySchema,
  run: async (ctx, { params, body }) => (isUuid(params.id) ? saveCategory(ctx, params.id, body) : refuse("not_found")),
});

export const DELETE = endpoint({
  summary: "Delete an empty category",
  permission: "category.write",
  status: 204,
  run: async (ctx, { params }) => (isUuid(params.id) ? deleteCategory(ctx, params.id) : refuse("not_found")),
});
