"use client";

import type { ReactNode } from "react";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { may } from "./counter-core.ts";
import { useCounter } from "./use-counter.ts";

/** From a number of stock to the movements that made it, in a tab of their own: the ticket stays. To who may not read them it is the number alone. */
export function WhyStock({ productId, isNamed = false, children }: { productId: string; isNamed?: boolean; children: ReactNode }) {
  const counter = useCounter();
  // Words that only lead there say nothing to who may not go.
  if (!may(counter, "stock.read")) return isNamed ? null : children;
  return (
    <a href={movementsHref(productId)} target="_blank" rel="noopener" className="underline decoration-dotted underline-offset-2" onClick={(event) => event.stopPropagation()}>
      {children}
    </a>
  );
}

/** The same for a pointer, where a link may not stand: in a list whose every row is one choice. By keyboard the price check leads there. */
export function WhyStockByPointer({ productId, children }: { productId: string; children: ReactNode }) {
  const counter = useCounter();
  if (!may(counter, "stock.read")) return children;
  return (
    <span
      className="cursor-help underline decoration-dotted underline-offset-2"
      onClick={(event) => {
        event.stopPropagation();
        window.open(movementsHref(productId), "_blank", "noopener");
      }}
    >
      {children}
    </span>
  );
}
