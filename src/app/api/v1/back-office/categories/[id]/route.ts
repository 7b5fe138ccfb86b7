import { accept } from "@/kernel/refusal.ts";
import { deleteCategory } from "@/modules/catalogue/commands/delete-category.ts";
import { saveCategory } from "@/modules/catalogue/commands/save-category.ts";
import { updateCategorySchema } from "@/modules/catalogue/schema.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { categoryAnswer } from "@/app/api/answers/category.ts";
import { z } from "zod";

export const PATCH = endpoint({
  summary: "Change a category",
  permission: "category.write",
  body: updateCategorySchema,
  answer: categoryAnswer,
  refusals: ["category_taken", "category_cycle"],
  run: (ctx, { id, body }) => saveCategory(ctx, id, body),
});

export const DELETE = endpoint({
  summary: "Delete an empty category",
  permission: "category.write",
  answer: z.null(),
  status: 204,
  refusals: ["category_in_use"],
  run: async (ctx, { id }) => {
    const deleted = await deleteCategory(ctx, id);
    return deleted.ok ? accept(null) : deleted;
  },
});

export const { GET, HEAD, POST, PUT, OPTIONS } = otherMethods("PATCH", "DELETE");
