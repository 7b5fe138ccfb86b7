"use client";

import { useTranslations } from "next-intl";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatPercent, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { costWithTax, marginPercent, markupPercent } from "../rules/margin.ts";

interface MarginNoteProps {
  salePrice: Decimal | null;
  costPrice: Decimal | null;
  taxRate: Decimal;
  format: FormatStyle;
}

/** What a price leaves, while it is being typed. */
export function MarginNote({ salePrice, costPrice, taxRate, format }: MarginNoteProps) {
  const t = useTranslations("products.form");
  const margin = salePrice !== null && costPrice !== null ? marginPercent({ salePrice, costPrice, taxRate }) : null;
  const markup = salePrice !== null && costPrice !== null ? markupPercent({ salePrice, costPrice, taxRate }) : null;
  const isLoss = margin?.startsWith("-") ?? false;
  return (
    <dl aria-live="polite" className="grid grid-cols-3 divide-x divide-line border-y border-line py-2">
      {[
        { term: t("margin"), value: margin === null ? null : formatPercent(margin, format), strong: true },
        { term: t("markup"), value: markup === null ? null : formatPercent(markup, format) },
        { term: t("costWithTax"), value: costPrice === null ? null : formatPrice(costWithTax(costPrice, taxRate), format) },
      ].map(({ term, value, strong }) => (
        <div key={term} className="px-3 first:pl-0">
          <dt className="label">{term}</dt>
          <dd className={`num ${strong ? "text-md font-semibold" : ""} ${isLoss && strong ? "text-negative" : ""}`}>{value ?? "—"}</dd>
        </div>
      ))}
      {isLoss ? <p className="col-span-3 pt-1 text-sm font-medium text-negative">{t("belowCost")}</p> : null}
    </dl>
  );
}
