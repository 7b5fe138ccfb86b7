import { accept, refuse, refuseField, type FieldRefusal, type Result } from "@/kernel/refusal.ts";

interface NamedLine {
  productId?: string | undefined;
  sku?: string | undefined;
}

interface NamedGoods {
  id: string;
  sku: string;
  name: string;
  isKit: boolean;
}

/**
 * The product of each line of a paper that moves goods, in the order of its lines. Refuses what the shop does not have, and kits: what came or
 * went is their components, and only the shop knows at what cost each of them. With `once` a product stands on one line only.
 */
export function nameGoods<T extends NamedGoods>(lines: readonly NamedLine[], goods: readonly T[], { once }: { once: boolean }): Result<T[]> {
  const [byId, bySku] = [new Map(goods.map((one) => [one.id, one])), new Map(goods.map((one) => [one.sku, one]))];
  const found = lines.map(({ productId, sku }) => (productId === undefined ? bySku.get(sku!) : byId.get(productId)));
  const path = (i: number): string => `lines.${i}.${lines[i]!.productId === undefined ? "sku" : "productId"}`;
  const missing = found.flatMap((one, i): FieldRefusal[] => (one ? [] : [{ path: path(i), code: "product_unknown" }]));
  if (missing.length > 0) return refuse("product_unknown", { fields: missing });
  const named = found as T[];
  const kit = named.findIndex(({ isKit }) => isKit);
  if (kit !== -1) return refuseField(path(kit), "kit_no_stock", { name: named[kit]!.name });
  const twice = once ? named.findIndex((one, i) => named.indexOf(one) < i) : -1;
  return twice === -1 ? accept(named) : refuseField(path(twice), "product_repeated");
}
