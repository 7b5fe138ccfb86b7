import type { Context } from "@/modules/tenancy/context.ts";
import type { ListReceiptsInput } from "../schema.ts";
import { loadReceipts, type ReceiptRowView } from "./get-receipt.ts";

/** A page of receipts, the newest first. The cursor is the number of the last one seen. */
export async function listReceipts(ctx: Pick<Context, "db">, { limit, cursor, ...filter }: ListReceiptsInput): Promise<{ items: ReceiptRowView[]; nextCursor: string | null }> {
  const found = await loadReceipts(ctx.db, { ...filter, limit: limit + 1, before: cursor ?? null });
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.number : null };
}
