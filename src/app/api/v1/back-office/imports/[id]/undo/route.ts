import { endpoint } from "@/app/api/endpoint.ts";
import { importStateAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readOptionalBody } from "@/app/api/read-optional-body.ts";
import { undoImport } from "@/modules/imports/commands/undo-import.ts";
import { undoImportSchema } from "@/modules/imports/schema.ts";

export const POST = endpoint({
  summary: "Take an applied import back",
  permission: "product.import",
  reads: { read: readOptionalBody },
  body: undoImportSchema,
  answer: importStateAnswer,
  status: 202,
  refusals: ["import_in_use", "import_busy", "import_not_in_review"],
  run: (ctx, { id, body }) => undoImport(ctx, id, body.keepUsed),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
