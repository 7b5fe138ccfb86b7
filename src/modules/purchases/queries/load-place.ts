import { accept, type Result } from "@/kernel/refusal.ts";
import { findPlace, type Place as StockPlace } from "@/modules/stock/queries/find-place.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import { lockSupplier, type HeldSupplier } from "./lock-supplier.ts";

export type Place = StockPlace & HeldSupplier;

/**
 * Where goods come or go and whose they are: the named location or the usual one, and the supplier's row, held. Refuses a location or
 * supplier that is not this shop's, and a place where this member does not work.
 */
export async function loadPlace(tx: TenantTx, ctx: Context, { locationId, supplierId }: { locationId?: string | undefined; supplierId: string }): Promise<Result<Place>> {
  const supplier = await lockSupplier(tx, supplierId);
  if (!supplier.ok) return supplier;
  const place = await findPlace(tx, ctx, locationId);
  return place.ok ? accept({ ...supplier.value, ...place.value }) : place;
}
