import { listMissing, loadLinesOf, type MissingLine } from "@/modules/suppliers/queries/list-missing.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { ImportView } from "./get-import.ts";
import { listSeen } from "./list-seen.ts";

const MOST = 200;

/** The first products, by name, that the list has no more; of an applied one those that it marked. The caller has made sure of the batch. */
export async function listGone(ctx: Pick<Context, "db">, view: ImportView, supplierId: string): Promise<MissingLine[]> {
  if (view.status === "review") return view.choices.partial === true ? [] : (await listMissing(ctx.db, supplierId, await listSeen(ctx.db, view.id), MOST)).items;
  const [batch] = await ctx.db.rows<{ gone: string[] }>(sql`SELECT gone FROM import_batch WHERE id = ${view.id}`);
  return loadLinesOf(ctx.db, supplierId, batch?.gone ?? [], MOST);
}
