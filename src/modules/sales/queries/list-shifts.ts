import type { Context } from "@/modules/tenancy/context.ts";
import type { ListShiftsInput } from "../schema.ts";
import { findShifts, rowOf, type ShiftRow } from "./shift-view.ts";

/** Shifts, the latest first. */
export async function listShifts(ctx: Context, { registerId, status, limit, cursor }: ListShiftsInput): Promise<{ items: ShiftRow[]; nextCursor: string | null }> {
  const rows = await findShifts(ctx.db, { registerId, status, limit: limit + 1, cursor });
  const items = rows.slice(0, limit).map(rowOf);
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
}
