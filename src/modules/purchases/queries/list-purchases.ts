import { isDay } from "@/kernel/day.ts";
import { isUuid } from "@/kernel/id.ts";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { ListPurchasesInput } from "../schema.ts";
import { loadPurchases } from "./load-purchases.ts";
import type { PurchaseRowView } from "./purchase-view.ts";

/** A page of bills, the newest paper first; with status "due" the soonest due first. Refuses a foreign cursor. */
export async function listPurchases(ctx: Pick<Context, "db">, { cursor, limit, q, ...filter }: ListPurchasesInput): Promise<Result<{ items: PurchaseRowView[]; nextCursor: string | null }>> {
  const key = cursor === undefined ? null : readCursor(cursor, 2);
  if (cursor !== undefined && (key === null || !isDay(String(key[0])) || !isUuid(key[1]))) return refuseField("cursor", "invalid");
  const found = await loadPurchases(ctx.db, { ...filter, q: q?.trim() || null, limit: limit + 1, after: key && [String(key[0]), String(key[1])] });
  const last = found.length > limit ? found[limit - 1]! : null;
  const items = found.slice(0, limit).map((row) => ({ ...row, postedAt: row.postedAt.toISOString() }));
  return accept({ items, nextCursor: last && writeCursor([filter.status === "due" ? last.dueDate : last.date, last.id]) });
}
