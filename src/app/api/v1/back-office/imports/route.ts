import { endpoint } from "@/app/api/endpoint.ts";
import { importListAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { listImports } from "@/modules/imports/queries/list-imports.ts";

const LATEST = 50;

export const GET = endpoint({
  summary: "The latest imports",
  permission: "product.import",
  answer: importListAnswer,
  run: async (ctx) => {
    const items = await listImports(ctx, LATEST);
    return accept({ items: items.map(({ id, status, fileName, memberName, createdAt }) => ({ id, status, fileName, memberName, createdAt: createdAt.toISOString() })), nextCursor: null });
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
