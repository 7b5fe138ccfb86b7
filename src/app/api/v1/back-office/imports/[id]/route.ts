import { describeImport } from "@/app/api/describe-import.ts";
import { endpoint } from "@/app/api/endpoint.ts";
import { importAnswer, importStateAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { accept } from "@/kernel/refusal.ts";
import { chooseMapping } from "@/modules/imports/commands/choose-mapping.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { chooseMappingSchema } from "@/modules/imports/schema.ts";

export const GET = endpoint({
  summary: "An import: how far it is, what it did or would do",
  permission: "product.import",
  answer: importAnswer,
  run: async (ctx, { id }) => {
    const found = await getImport(ctx, id);
    return found.ok ? accept(await describeImport(ctx, found.value)) : found;
  },
});

export const PATCH = endpoint({
  summary: "Choose sheet, headings, columns and number styles; the rows are judged anew",
  permission: "product.import",
  body: chooseMappingSchema,
  answer: importStateAnswer,
  status: 202,
  refusals: ["import_not_in_review", "sheet_missing"],
  run: (ctx, { id, body }) => chooseMapping(ctx, id, body.mapping),
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods("GET", "PATCH");
