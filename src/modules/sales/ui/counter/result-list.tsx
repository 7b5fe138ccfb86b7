"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { memo, useEffect, useState } from "react";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import { LIST_SIZE } from "../../rules/find-products.ts";
import type { PosIndex } from "../../rules/pos-index.ts";
import type { PosProduct } from "../../rules/pos-product.ts";
import { priced } from "./follow-lists.ts";
import { addHit } from "./submit-entry.ts";
import { useCounter, useCounterState } from "./use-counter.ts";
import { whenQuiet } from "./when-quiet.ts";
import { WhyStockByPointer } from "./why-stock.tsx";

export const RESULTS_ID = "counter-results";
export const resultId = (i: number): string => `counter-result-${i}`;

interface Shown {
  /** What is in the list, or was when it was last in sight. */
  results: readonly PosProduct[];
  /** The same, and behind it what stands in rows that are out of use. */
  rows: readonly PosProduct[];
}

/** Rows to begin with, before anything was looked for. */
function bestSellers({ ordered }: PosIndex): Shown {
  const rows = ordered.slice(0, LIST_SIZE).map(({ product }) => product);
  return { results: rows, rows };
}

/**
 * What the words in the entry field found, best first, over the ticket. A row is a place in the list, not a product: the next key writes other
 * words into the rows that stand there, and when nothing is found they are out of sight and stay, so that none is built while somebody waits. The box around
 * them hides them: `visibility` is inherited, and would style each of them anew when a line is added.
 */
export const ResultList = memo(function ResultList() {
  const t = useTranslations("pos.results");
  const counter = useCounter();
  const { index } = counter;
  const results = useCounterState((state) => state.results);
  const picked = useCounterState((state) => state.picked);
  const ready = useCounterState((state) => state.catalogue.status === "ready");
  const [shown, setShown] = useState<Shown>({ results, rows: [] });
  if (results.length > 0 && results !== shown.results) setShown({ results, rows: [...results, ...shown.rows.slice(results.length)] });
  useEffect(() => {
    if (ready) whenQuiet(() => setShown((now) => (now.rows.length > 0 ? now : bestSellers(index))));
  }, [ready, index]);

  return (
    <div className={clsx("absolute inset-x-3 top-full z-10 lg:inset-x-4", results.length === 0 && "[content-visibility:hidden]")}>
      <ul id={RESULTS_ID} role="listbox" aria-label={t("label")} className="mt-1 max-h-[60dvh] overflow-y-auto lg:max-h-[66dvh] rounded-sm border border-line-strong bg-surface shadow-pop contain-content">
        {shown.rows.map((product) => priced(counter, product)).map(({ id, name, sku, salePrice, stock }, i) => <Result key={i} {...{ i, id, name, sku, salePrice, stock }} isShown={i < shown.results.length} isPicked={i === picked} />)}
      </ul>
    </div>
  );
});

type ResultProps = Pick<PosProduct, "id" | "name" | "sku" | "salePrice" | "stock"> & { i: number; isShown: boolean; isPicked: boolean };

/** Its product's own object is written over when prices change: what is drawn is compared by its words. */
const Result = memo(function Result({ i, id, name, sku, salePrice, stock, isShown, isPicked }: ResultProps) {
  const t = useTranslations("pos.results");
  const counter = useCounter();
  const { format } = counter.setting;
  const take = (): void => {
    const product = counter.index.byId.get(id)?.product;
    if (product) addHit(counter, { product, packSize: "1" });
  };
  return (
    <li
      id={resultId(i)}
      role="option"
      hidden={!isShown}
      aria-selected={isPicked}
      onClick={take}
      className={clsx("flex min-h-row cursor-pointer items-center gap-3 border-t border-line px-3 first:border-t-0", isPicked ? "bg-accent-soft" : "hover:bg-sunken")}
    >
      <span className="min-w-0 flex-1 truncate">
        <span className="font-medium">{name}</span> <span className="font-mono text-2xs text-ink-3">{sku}</span>
      </span>
      <span className={clsx("num text-xs whitespace-nowrap max-sm:hidden", stock.startsWith("-") ? "text-negative" : "text-ink-2")}><WhyStockByPointer productId={id}>{t("stock", { stock: formatNumber(stock, format) })}</WhyStockByPointer></span>
      <span className="num w-28 text-right font-semibold whitespace-nowrap">{salePrice === null ? t("noPrice") : formatPrice(salePrice, format)}</span>
    </li>
  );
});
