import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { accept, refuse, refuseField, type Result } from "@/kernel/refusal.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";

interface Movable {
  productId: string;
  name: string;
  unit: string;
}

/**
 * How much of each line of a document moves: all of `most` where nothing was said, what was said where something was, and nothing of a line
 * that was left out. Never more than `most`, and not nothing at all unless `mayBeNothing`.
 */
export function chooseLines<L extends Movable>(lines: readonly L[], most: (line: L) => Decimal, asked: readonly { productId: string; quantity: Decimal }[] | undefined, mayBeNothing: boolean): Result<{ line: L; quantity: Decimal }[]> {
  for (const [i, { productId, quantity }] of (asked ?? []).entries()) {
    const line = lines.find((one) => one.productId === productId);
    if (!line) return refuseField(`lines.${i}.productId`, "product_unknown", { code: "" });
    if (asked!.findIndex((one) => one.productId === productId) < i) return refuseField(`lines.${i}.productId`, "product_repeated");
    if (compare(quantity, most(line)) > 0) return refuseField(`lines.${i}.quantity`, "transfer_excess", { name: line.name });
    if (!isFractional(line.unit) && !big(quantity).eq(big(quantity).round(0))) return refuseField(`lines.${i}.quantity`, "quantity_not_fractional", { name: line.name });
  }
  const chosen = lines.map((line) => ({ line, quantity: asked ? (asked.find(({ productId }) => productId === line.productId)?.quantity ?? "0") : most(line) })).filter(({ quantity }) => !isZero(quantity));
  return chosen.length === 0 && !mayBeNothing ? refuse("invalid", { fields: [{ path: "lines", code: "required" }] }) : accept(chosen);
}
