import { NO_SALE_RULES, type SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import type { CatalogueDelta } from "../rules/pos-index.ts";

export type { PosProduct } from "../rules/pos-product.ts";

/** What `/pos/catalog?since=` answers: all products (`full`) or those changed and removed since the cursor. */
export interface CatalogueAnswer extends CatalogueDelta {
  /** Opaque; handed back as `since`. */
  cursor: string;
  /** How the base list prices quantities, methods and instalments now. */
  rules: SaleRules;
}

/** The catalogue since a cursor; null when nothing changed. Throws when there is no readable answer: the till goes on with what it has. */
export async function fetchCatalogue(shopSlug: string, cursor: string | null): Promise<CatalogueAnswer | null> {
  const query = cursor === null ? "" : `?since=${encodeURIComponent(cursor)}`;
  const headers: Record<string, string> = { "x-tenant-slug": shopSlug };
  if (cursor !== null) headers["if-none-match"] = `"${cursor}"`;
  const response = await fetch(`/pos/catalog${query}`, { credentials: "same-origin", headers, signal: AbortSignal.timeout(30_000) });
  if (response.status === 304 || response.status === 204) return null;
  if (!response.ok) throw new Error(`catalogue answered ${response.status}`);
  const answer = (await response.json()) as Partial<CatalogueAnswer>;
  if (typeof answer.cursor !== "string" || !Array.isArray(answer.products)) throw new Error("catalogue answer unreadable");
  return { cursor: answer.cursor, full: answer.full === true, products: answer.products, removed: answer.removed ?? [], rules: answer.rules ?? NO_SALE_RULES };
}
