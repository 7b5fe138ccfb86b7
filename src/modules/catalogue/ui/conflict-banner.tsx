"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { findRivalAction } from "../actions.ts";
import type { Rival } from "../queries/find-rival.ts";
import type { ProductView } from "../queries/product-view.ts";

interface ConflictBannerProps {
  tenantSlug: string;
  /** The product as this form was opened with. */
  base: ProductView;
  format: FormatStyle;
  onKeepMine: (version: number) => void;
  onTakeTheirs: (theirs: ProductView) => void;
}

/** Somebody saved first: who, when, what, and the two ways on. What was typed stays in the form meanwhile. */
export function ConflictBanner({ tenantSlug, base, format, onKeepMine, onTakeTheirs }: ConflictBannerProps) {
  const t = useTranslations("products.conflict");
  const tForm = useTranslations("products.form");
  const [rival, setRival] = useState<Rival | null>(null);
  useEffect(() => {
    let gone = false;
    void findRivalAction(tenantSlug, { id: base.id }).then((result) => {
      if (!gone && result.ok) setRival(result.value);
    });
    return () => {
      gone = true;
    };
  }, [tenantSlug, base.id]);

  const who = rival?.change?.by ?? t("somebody");
  return (
    <Banner tone="warning" live title={rival?.change ? t("title", { who, when: formatDateTime(rival.change.at, format) }) : t("titleShort")}>
      <p>{t("text")}</p>
      {rival ? (
        <>
          <ul className="my-2 list-disc pl-5">
            {differences(base, rival.product, format).map(({ field, before, after }) => (
              <li key={field}>{tForm(field)}: <s className="text-ink-3">{before || "—"}</s> <strong>{after || "—"}</strong></li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onKeepMine(rival.product.version)}>{t("keepMine")}</Button>
            <Button size="sm" onClick={() => onTakeTheirs(rival.product)}>{t("takeTheirs")}</Button>
          </div>
        </>
      ) : null}
    </Banner>
  );
}

const FIELDS = ["name", "sku", "brand", "supplierCode", "salePrice", "costPrice", "costCurrency", "targetMargin", "taxRate", "unit", "minStock", "maxStock", "category", "barcode", "description"] as const;
type ConflictField = (typeof FIELDS)[number];

function differences(base: ProductView, theirs: ProductView, format: FormatStyle): { field: ConflictField; before: string; after: string }[] {
  return FIELDS.map((field) => ({ field, before: shown(base, field, format), after: shown(theirs, field, format) })).filter(({ before, after }) => before !== after);
}

function shown(product: ProductView, field: ConflictField, format: FormatStyle): string {
  if (field === "category") return product.categoryName ?? "";
  if (field === "barcode") return product.barcodes.join(", ");
  const value = product[field];
  if (value === null || value === undefined) return "";
  if (field === "salePrice") return formatPrice(value, format);
  if (field === "costPrice") return formatPrice(value, format, { currency: product.costCurrency });
  if (field === "targetMargin") return formatPercent(value, format);
  return field === "minStock" || field === "maxStock" ? formatQuantity(value, product.unit, format) : value;
}
