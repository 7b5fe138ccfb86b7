import { endpoint } from "@/app/api/endpoint.ts";
import { importListAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { pageByPlace, pageQuery } from "@/app/api/page-by-place.ts";
import { listImports } from "@/modules/imports/queries/list-imports.ts";

export const GET = endpoint({
  summary: "The latest imports",
  permission: "product.import",
  query: pageQuery,
  answer: importListAnswer,
  run: (ctx, { query }) => pageByPlace(query, async (count, from) => (await listImports(ctx, count, from)).map(({ id, status, fileName, memberName, createdAt }) => ({ id, status, fileName, memberName, createdAt: createdAt.toISOString() }))),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
