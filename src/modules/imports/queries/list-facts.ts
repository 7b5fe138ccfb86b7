import type { Context } from "@/modules/tenancy/context.ts";
import { listMissing } from "@/modules/suppliers/queries/list-missing.ts";
import { sql } from "@/platform/db/sql.ts";
import { listSeen } from "./list-seen.ts";
import type { ImportView } from "./get-import.ts";

/** What a supplier's list is about besides its rows. */
export interface ListFacts {
  /** Doubtful lines that nobody decided. */
  doubtful: number;
  /** All of them. */
  doubts: number;
  /** Products that the list has no more, or that applying marked as gone. */
  gone: number;
  /** Products whose cost this list wrote. */
  repriced: number;
}

/** Counts of a supplier's list; the caller has made sure of the batch. */
export async function loadListFacts(ctx: Pick<Context, "db">, view: ImportView, supplierId: string): Promise<ListFacts> {
  const [doubts] = await ctx.db.rows<{ doubtful: number; doubts: number; repriced: number; gone: number }>(sql`
    SELECT count(*) FILTER (WHERE doubt IS NOT NULL AND verdict = 'skipped')::int AS doubtful, count(*) FILTER (WHERE doubt IS NOT NULL)::int AS doubts,
           count(*) FILTER (WHERE applied AND verdict = 'changed' AND changes ? 'costPrice')::int AS repriced,
           (SELECT cardinality(gone) FROM import_batch WHERE id = ${view.id}) AS gone
      FROM import_row WHERE batch_id = ${view.id}`);
  const { gone, ...facts } = doubts!;
  const isOpen = view.status === "review" && view.choices.partial !== true;
  return { ...facts, gone: isOpen ? (await listMissing(ctx.db, supplierId, await listSeen(ctx.db, view.id), 0)).count : gone };
}
