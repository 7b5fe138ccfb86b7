import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { isUuid } from "@/kernel/id.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { ListSuppliersInput } from "../schema.ts";
import { loadSuppliers } from "./get-supplier.ts";
import type { SupplierView } from "./supplier-view.ts";

/** A page of suppliers by name; `q` looks into names and beginnings of tax ids. Refuses a foreign cursor. */
export async function listSuppliers(ctx: Pick<Context, "db">, { q, archived, limit, cursor }: ListSuppliersInput): Promise<Result<{ items: SupplierView[]; nextCursor: string | null }>> {
  const key = cursor === undefined ? null : readCursor(cursor, 2);
  if (cursor !== undefined && (key === null || typeof key[0] !== "string" || !isUuid(key[1]))) return refuseField("cursor", "invalid");
  const found = await loadSuppliers(ctx.db, { q: q?.trim() || null, archived, limit: limit + 1, after: key && [String(key[0]), String(key[1])] });
  const last = found.length > limit ? found[limit - 1]! : null;
  return accept({ items: found.slice(0, limit).map(({ key: _key, ...supplier }) => supplier), nextCursor: last && writeCursor([last.key, last.id]) });
}
