import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { QUANTITY_SCALE } from "@/kernel/money.ts";
import type { ComposedLine } from "./compose-sale.ts";

/** What leaves the shelves: the products of the lines, and of a kit its components. */
export function goodsOf(lines: readonly Pick<ComposedLine, "productId" | "quantity" | "name" | "parts">[]): { productId: string; quantity: Decimal; name: string }[] {
  return lines.flatMap(({ productId, quantity, name, parts }) => {
    if (productId === null) return [];
    return parts === null ? [{ productId, quantity, name }] : parts.map((part) => ({ ...part, quantity: fix(big(part.quantity).times(quantity), QUANTITY_SCALE) }));
  });
}
