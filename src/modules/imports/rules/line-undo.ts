import { compare } from "@/kernel/decimal.ts";
import type { ProductFields } from "@/modules/catalogue/postings/change-products.ts";
import type { SupplierLine } from "@/modules/suppliers/queries/load-supplier-lines.ts";

/** The way back from an applied line of a supplier's list; plain JSON, kept with its row. */
export interface LineUndo {
  /** The product is a draft that this line proposed. */
  made: boolean;
  before: Partial<ProductFields>;
  after: Partial<ProductFields>;
  line: { before: SupplierLine | null; after: SupplierLine };
  /** The product from whose line the code was taken over. */
  lostBy?: string;
}

/** Whether the line still is what the list made of it. */
export function isLineUntouched(now: SupplierLine | null, after: SupplierLine): boolean {
  if (now === null) return false;
  const samePrice = now.listPrice === null || after.listPrice === null ? now.listPrice === after.listPrice : compare(now.listPrice, after.listPrice) === 0;
  return samePrice && now.code === after.code && now.listedName === after.listedName && now.isMain === after.isMain && now.goneSince === after.goneSince && compare(now.packSize, after.packSize) === 0;
}
