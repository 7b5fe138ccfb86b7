import { accept, refuse, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { sql } from "@/platform/db/sql.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { findPlace, type Place } from "./find-place.ts";
import type { CountSummary } from "./get-count.ts";

/**
 * A count for who is about to change its state, or (`shared`) to add to it while it stays as it is. Refused in any other state than
 * `status`, and to who does not work at its place.
 */
export async function lockCount(tx: TenantTx, ctx: Context, id: string, status: CountSummary["status"], shared = false): Promise<Result<Place & { openedAt: Date }>> {
  const [count] = await tx.rows<{ status: string; locationId: string; openedAt: Date }>(
    shared
      ? sql`SELECT status, location_id AS "locationId", opened_at AS "openedAt" FROM stock_count WHERE id = ${id} FOR SHARE`
      : sql`SELECT status, location_id AS "locationId", opened_at AS "openedAt" FROM stock_count WHERE id = ${id} FOR NO KEY UPDATE`);
  if (!count) return refuse("not_found");
  if (count.status !== status) return refuse("count_state");
  const place = await findPlace(tx, ctx, count.locationId);
  return place.ok ? accept({ ...place.value, openedAt: count.openedAt }) : place;
}
