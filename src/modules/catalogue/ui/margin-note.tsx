"use client";

import { useTranslations } from "next-intl";
import { compare, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney, formatPercent, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { costWithTax, marginPercent, markupPercent, priceForMargin } from "../rules/margin.ts";

interface MarginNoteProps {
  salePrice: Decimal | null;
  costPrice: Decimal | null;
  taxRate: Decimal;
  /** What the price aims at. */
  targetMargin: Decimal | null;
  format: FormatStyle;
}

/** What a price leaves, while it is being typed. */
export function MarginNote({ salePrice, costPrice, taxRate, targetMargin, format }: MarginNoteProps) {
  const t = useTranslations("products.form");
  const margin = salePrice !== null && costPrice !== null ? marginPercent({ salePrice, costPrice, taxRate }) : null;
  const markup = salePrice !== null && costPrice !== null ? markupPercent({ salePrice, costPrice, taxRate }) : null;
  const isShort = margin !== null && targetMargin !== null && compare(targetMargin, "100") < 0 && compare(margin, targetMargin) < 0;
  const isLoss = margin?.startsWith("-") ?? false;
  return (
    <dl aria-live="polite" className="grid grid-cols-3 divide-x divide-line border-y border-line py-2">
      {[
        { term: t("margin"), value: margin === null ? null : formatPercent(margin, format), strong: true },
        { term: t("markup"), value: markup === null ? null : formatPercent(markup, format) },
        { term: t("costWithTax"), value: costPrice === null ? null : formatMoney(costWithTax(costPrice, taxRate), format) },
      ].map(({ term, value, strong }) => (
        <div key={term} className="px-3 first:pl-0">
          <dt className="label">{term}</dt>
          <dd className={`num ${strong ? "text-md font-semibold" : ""} ${isLoss && strong ? "text-negative" : ""}`}>{value ?? "—"}</dd>
        </div>
      ))}
      {isLoss ? <p className="col-span-3 pt-1 text-sm font-medium text-negative">{t("belowCost")}</p> : null}
      {isShort && costPrice !== null && targetMargin !== null ? <p className="col-span-3 pt-1 text-sm font-medium text-warning">{t("belowTarget", { target: formatPercent(trimZeros(targetMargin), format), price: formatPrice(priceForMargin({ costPrice, taxRate }, targetMargin), format) })}</p> : null}
    </dl>
  );
}
