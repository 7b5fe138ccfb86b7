"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { addHit } from "./submit-entry.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

export const RESULTS_ID = "counter-results";
export const resultId = (i: number): string => `counter-result-${i}`;

/** What the words in the entry field found, best first, over the ticket. */
export function ResultList() {
  const t = useTranslations("pos.results");
  const counter = useCounter();
  const results = useCounterState((state) => state.results);
  const picked = useCounterState((state) => state.picked);
  return (
    <ul
      id={RESULTS_ID}
      role="listbox"
      aria-label={t("label")}
      hidden={results.length === 0}
      className="absolute inset-x-3 top-full z-10 mt-1 max-h-[60dvh] overflow-y-auto lg:max-h-[66dvh] rounded-sm border border-line-strong bg-surface shadow-pop lg:inset-x-4"
    >
      {results.map((product, i) => (
        <li
          key={product.id}
          id={resultId(i)}
          role="option"
          aria-selected={i === picked}
          onClick={() => addHit(counter, { product, packSize: "1" })}
          className={clsx("flex min-h-row cursor-pointer items-center gap-3 border-b border-line px-3 last:border-0", i === picked ? "bg-accent-soft" : "hover:bg-sunken")}
        >
          <Result product={product} />
        </li>
      ))}
    </ul>
  );
}

function Result({ product: { name, sku, salePrice, stock } }: { product: PosProduct }) {
  const t = useTranslations("pos.results");
  const { format } = useCounter().setting;
  return (
    <>
      <span className="min-w-0 flex-1 truncate">
        <span className="font-medium">{name}</span> <span className="font-mono text-2xs text-ink-3">{sku}</span>
      </span>
      <span className={clsx("num text-xs whitespace-nowrap max-sm:hidden", stock.startsWith("-") ? "text-negative" : "text-ink-2")}>{t("stock", { stock: formatNumber(stock, format) })}</span>
      <span className="num w-28 text-right font-semibold whitespace-nowrap">{salePrice === null ? t("noPrice") : formatPrice(salePrice, format)}</span>
    </>
  );
}
