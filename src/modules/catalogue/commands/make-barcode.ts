import { accept, type Result } from "@/kernel/refusal.ts";
import type { Context } from "@/modules/tenancy/context.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { takeBarcode } from "../postings/take-barcode.ts";

/** A barcode of the shop's own, for goods that come without one. It is nobody else's from now on, whether a product takes it or not. */
export async function makeBarcode(ctx: Context): Promise<Result<{ code: string }>> {
  const { scaleCodes } = await getShop(ctx);
  return ctx.transact(async (tx) => accept({ code: await takeBarcode(tx, scaleCodes) }));
}
