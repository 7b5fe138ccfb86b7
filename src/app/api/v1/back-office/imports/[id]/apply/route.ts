import { endpoint } from "@/app/api/endpoint.ts";
import { importStateAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { applyImportSchema } from "@/modules/imports/schema.ts";

export const POST = endpoint({
  summary: "Take an import into the catalogue",
  permission: "product.import",
  reads: { read: readOptionalBody },
  body: applyImportSchema,
  answer: importStateAnswer,
  status: 202,
  refusals: ["import_not_in_review", "import_busy", "mapping_incomplete", "list_mapping_incomplete", "sheet_missing"],
  run: (ctx, { id, body }) => applyImport(ctx, id, body.mapping),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
