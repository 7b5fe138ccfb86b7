import { loadProductFacts, type ProductFacts } from "@/modules/catalogue/queries/load-product-facts.ts";
import { findOthersMain, loadSupplierLines } from "@/modules/suppliers/queries/load-supplier-lines.ts";
import type { TenantTx } from "@/platform/db/tenant-client.ts";
import type { LineProduct } from "../rules/decide-line.ts";

export type FactLine = LineProduct & { facts: ProductFacts };

/** Products with what this supplier says of them; `lock`: held for changing until the transaction ends. */
export async function loadLineProducts(db: Pick<TenantTx, "rows">, supplierId: string, ids: readonly string[], lock: boolean): Promise<Map<string, FactLine>> {
  if (ids.length === 0) return new Map();
  const facts = await loadProductFacts(db, ids, lock);
  const lines = new Map((await loadSupplierLines(db, supplierId, ids, lock)).map((line) => [line.productId, line]));
  const others = await findOthersMain(db, supplierId, ids);
  return new Map(facts.map((one) => [one.id, { id: one.id, costPrice: one.costPrice, costCurrency: one.costCurrency, isKit: one.kitPricing !== null, hasOtherMain: others.has(one.id), line: lines.get(one.id) ?? null, facts: one }]));
}
