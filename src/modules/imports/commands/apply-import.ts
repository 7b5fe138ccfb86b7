import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { lockBatch } from "../queries/find-batch.ts";
import type { ImportStatus } from "../rules/import-status.ts";
import type { Choices } from "../rules/import-values.ts";
import { readAgain } from "./choose-mapping.ts";
import { startApplying } from "./start-applying.ts";

export interface ImportState {
  id: string;
  status: ImportStatus;
}

/**
 * Takes the list into the catalogue. The same request again answers how far it is. With `choices`, or while the list is still being
 * read, it is read first and applied then, unless something is missing. A batch that stopped half-way goes on where it stopped.
 */
export async function applyImport(ctx: Context, id: string, choices?: Choices): Promise<Result<ImportState>> {
  return ctx.transact(async (tx) => {
    const batch = await lockBatch(ctx, tx, id);
    if (!batch) return refuse("not_found");
    if (batch.status === "applying" || batch.status === "applied") return accept({ id, status: batch.status });
    if (batch.status === "undone" || batch.job === "import.undo") return refuse("import_not_in_review");
    if (choices !== undefined || batch.status === "processing") return readAgain(ctx, tx, batch, choices ?? {}, true);
    if (batch.plan.mapping === undefined) return refuse("import_not_in_review");
    const started = await startApplying(ctx, tx, id);
    return started.ok ? accept({ id, status: "applying" }) : started;
  });
}
