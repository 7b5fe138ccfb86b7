import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { getSupplier } from "@/modules/suppliers/queries/get-supplier.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { parseInput } from "@/platform/parse-input.ts";
import type { Choices } from "../rules/import-values.ts";
import { columnsOfRecords } from "../rules/rows-to-sheet.ts";
import { mappingSchema, type UploadInput } from "../schema.ts";
import { openImport, type OpenedImport } from "./open-import.ts";
import type { ImportSource } from "../reading/read-source.ts";

/** Opens an import from what the upload door takes: a form with a file or pasted cells, or rows as JSON. */
export async function takeUpload(ctx: Context, input: UploadInput): Promise<Result<OpenedImport>> {
  const { supplierId = null } = input;
  if (supplierId !== null) {
    // What a supplier asks is a cost.
    if (!ctx.permissions.has("product.cost")) return refuse("forbidden");
    if (!(await getSupplier(ctx.db, supplierId))) return refuseField("supplierId", "not_found");
  }
  const choices = choicesOf(input);
  if (!choices.ok) return choices;
  const source = sourceOf(input);
  return source === null ? refuseField("file", "required") : openImport(ctx, source, choices.value, supplierId);
}

function sourceOf({ file, paste, rows, name = "" }: UploadInput): ImportSource | null {
  const encode = (text: string) => new TextEncoder().encode(text);
  if (file !== undefined) return { kind: "file", bytes: file.bytes, fileName: file.name };
  if (rows !== undefined) return { kind: "rows", bytes: encode(JSON.stringify(rows)), fileName: name };
  return paste === undefined || paste.trim() === "" ? null : { kind: "paste", bytes: encode(paste), fileName: name };
}

function choicesOf({ mapping, rows }: UploadInput): Result<Choices> {
  if (mapping === undefined) {
    const columns = rows === undefined ? null : columnsOfRecords(rows);
    return accept(columns === null ? {} : { columns });
  }
  if (typeof mapping !== "string") return accept(mapping);
  try {
    return parseInput(mappingSchema, JSON.parse(mapping));
  } catch {
    return refuse("invalid", { fields: [{ path: "mapping", code: "invalid" }] });
  }
}
