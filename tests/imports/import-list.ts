import { applyImport } from "@/modules/imports/commands/apply-import.ts";
import { openImport } from "@/modules/imports/commands/open-import.ts";
import { getImport, type ImportView } from "@/modules/imports/queries/get-import.ts";
import { listImportRows, type ImportRowView } from "@/modules/imports/queries/list-import-rows.ts";
import type { Choices } from "@/modules/imports/rules/import-values.ts";
import type { Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { doJobs } from "../support/do-jobs.ts";

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

export function csv(text: string, fileName = "lista.csv") {
  return { kind: "file" as const, bytes: new TextEncoder().encode(text), fileName };
}

/** Opens a list and has it read. */
export async function review(ctx: Context, text: string, choices: Choices = {}): Promise<ImportView> {
  const { id } = must(await openImport(ctx, csv(text), choices));
  await doJobs(ctx.tenant.id);
  return must(await getImport(ctx, id));
}

/** Opens a list, reads and applies it. */
export async function importList(ctx: Context, text: string, choices: Choices = {}): Promise<ImportView> {
  const { id } = await review(ctx, text, choices);
  must(await applyImport(ctx, id));
  await doJobs(ctx.tenant.id);
  return must(await getImport(ctx, id));
}

export async function rowsOf(ctx: Context, id: string): Promise<ImportRowView[]> {
  return must(await listImportRows(ctx, id, { limit: 200, verdict: undefined, cursor: undefined })).items;
}
