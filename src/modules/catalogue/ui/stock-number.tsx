import { compare, isZero } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { TextLink } from "@/ui/text-link.tsx";
import type { ProductView } from "../queries/product-view.ts";

interface StockNumberProps {
  product: ProductView;
  format: FormatStyle;
  words: { min: string };
  mayAskWhy: boolean;
}

/** What is on hand, in the colour of what is wrong with it; it leads to the movements that made it. */
export function StockNumber({ product: { id, stock, unit, minStock }, format, words, mayAskWhy }: StockNumberProps) {
  const isShort = minStock !== null && compare(stock.onHand, minStock) < 0;
  const look = compare(stock.onHand, "0") < 0 ? "text-negative" : isShort ? "text-warning" : isZero(stock.onHand) ? "text-ink-3" : undefined;
  const number = <span className={look}>{formatQuantity(stock.onHand, unit, format)}</span>;
  return (
    <>
      {/* Above the row's own link. */}
      {mayAskWhy ? <span className="relative z-10"><TextLink plain prefetch={false} href={movementsHref(id)}>{number}</TextLink></span> : number}
      {isShort ? <span className="block text-2xs leading-4 text-ink-3 max-sm:hidden">{words.min} {formatQuantity(minStock, unit, format)}</span> : null}
    </>
  );
}
