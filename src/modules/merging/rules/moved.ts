import type { Decimal } from "@/kernel/decimal.ts";
import type { SwappedComponent } from "@/modules/catalogue/postings/swap-component.ts";
import type { MovedLine } from "@/modules/suppliers/postings/move-supplier-lines.ts";
import type { Merged } from "./takeable.ts";

/** What a merge moved, as product_merge keeps it. */
export interface Moved {
  /** Of the survivor: what a taken field was before, and what the merge made of it. */
  fields: Partial<Record<Merged, { before: string | null; after: string | null }>>;
  barcodes: string[];
  suppliers: MovedLine[];
  lists: string[];
  /** Places whose least and most went; merges of before did not move them. */
  limits?: string[];
  stock: { locationId: string; quantity: Decimal }[];
  kits: SwappedComponent[];
  /** Whether the absorbed one was for sale. */
  wasActive: boolean;
}
