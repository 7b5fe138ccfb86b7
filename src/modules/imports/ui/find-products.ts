import type { DoubtCandidate } from "../queries/list-doubts.ts";
import type { Caller } from "./call-imports.ts";

interface Found {
  items: { id: string; sku: string; name: string; brand: string | null; costPrice?: string | null; isActive: boolean }[];
}

/** Products by words or codes, as candidates without a likeness. None when the question cannot be asked. */
export async function findProducts({ tenantSlug, locale }: Caller, question: string): Promise<DoubtCandidate[]> {
  const response = await fetch(`/api/v1/ops/products?${new URLSearchParams({ q: question, limit: "6" })}`, { headers: { "x-tenant-slug": tenantSlug, "accept-language": locale } }).catch(() => null);
  if (!response?.ok) return [];
  const { items } = (await response.json()) as Found;
  return items.map(({ id, costPrice, ...product }) => ({ ...product, productId: id, costPrice: costPrice ?? null, score: 0, by: "decision" }));
}
