import { endpoint } from "@/app/api/endpoint.ts";
import { importStateAnswer } from "@/app/api/answers/import.ts";
import { otherMethods } from "@/app/api/other-methods.ts";
import { readUpload } from "@/app/api/read-upload.ts";
import { takeUpload } from "@/modules/imports/commands/take-upload.ts";
import { uploadSchema } from "@/modules/imports/schema.ts";

export const POST = endpoint({
  summary: "Send in a list of products, or a supplier's price list, as a file, as pasted cells or as rows; its columns are guessed",
  permission: "product.import",
  reads: { read: readUpload, type: "multipart/form-data" },
  body: uploadSchema,
  answer: importStateAnswer,
  status: 202,
  refusals: ["forbidden", "not_found", "file_empty", "file_encrypted", "file_too_large", "file_too_many_rows", "file_type", "file_unreadable"],
  run: (ctx, { body }) => takeUpload(ctx, body),
});

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
