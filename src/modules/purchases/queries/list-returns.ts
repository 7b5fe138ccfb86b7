import type { Context } from "@/modules/tenancy/context.ts";
import type { ListReturnsInput } from "../schema.ts";
import { loadReturns, type ReturnRowView } from "./get-return.ts";

/** A page of returns to suppliers, the newest first. The cursor is the number of the last one seen. */
export async function listReturns(ctx: Pick<Context, "db">, { limit, cursor, ...filter }: ListReturnsInput): Promise<{ items: ReturnRowView[]; nextCursor: string | null }> {
  const found = await loadReturns(ctx.db, { ...filter, limit: limit + 1, before: cursor ?? null });
  const items = found.slice(0, limit).map(({ creditNoteId: _id, creditNoteNumber: _number, ...row }) => row);
  return { items, nextCursor: found.length > limit ? items.at(-1)!.number : null };
}
