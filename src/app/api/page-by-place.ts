import { z } from "zod";
import { accept, refuseField, type Result } from "@/kernel/refusal.ts";
import { readCursor, writeCursor } from "@/modules/catalogue/rules/page-cursor.ts";
import { cursor } from "@/modules/catalogue/schema.ts";
import { pageLimit } from "@/platform/page-limit.ts";

/** Query of a list without filters. */
export const pageQuery = z.strictObject({ limit: pageLimit, cursor });
export type PageQuery = z.output<typeof pageQuery>;

/** The furthest place that the database counts to. */
const LAST_PLACE = 2_147_483_647;

interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}

/**
 * A page of a list that few shops fill one of: its cursor is a place in the list, and what is added meanwhile may move a row by one. `load`
 * answers at most `count` rows from the place `from` on. Refuses a foreign cursor.
 */
export async function pageByPlace<T>({ limit, cursor }: PageQuery, load: (count: number, from: number) => Promise<readonly T[]>): Promise<Result<PageOf<T>>> {
  const [from] = cursor === undefined ? [0] : (readCursor(cursor, 1) ?? []);
  if (typeof from !== "number" || !Number.isSafeInteger(from) || from < 0 || from > LAST_PLACE) return refuseField("cursor", "invalid");
  const rows = await load(limit + 1, from);
  return accept({ items: rows.slice(0, limit), nextCursor: rows.length > limit ? writeCursor([from + limit]) : null });
}

/** The same of a list that is read whole. */
export async function pageOfWhole<T>(query: PageQuery, list: Promise<readonly T[]>): Promise<Result<PageOf<T>>> {
  const all = await list;
  return pageByPlace(query, async (count, from) => all.slice(from, from + count));
}
