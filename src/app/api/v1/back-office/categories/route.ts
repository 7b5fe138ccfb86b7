import { accept } from "@/kernel/refusal.ts";
import { saveCategory } from "@/modules/catalogue/commands/save-category.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { createCategorySchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";

export const GET = endpoint({
  summary: "All categories by name",
  permission: "product.read",
  run: async (ctx) => accept({ items: await listCategories(ctx), nextCursor: null }),
});

export const POST = endpoint({
  summary: "Add a category",
  permission: "category.write",
  body: createCategorySchema,
  status: 201,
  run: (ctx, { body: { id, ...category } }) => saveCategory(ctx, null, category, id),
});
