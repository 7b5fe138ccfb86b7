"use client";

import { useTranslations } from "next-intl";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Select } from "@/ui/select.tsx";
import type { ProductView } from "../queries/product-view.ts";
import { MEASURE_CODES } from "../rules/content-units.ts";
import type { FieldsProps } from "./product-fields.tsx";

interface ContentFieldsProps extends Pick<FieldsProps, "errors" | "format"> {
  content: ProductView["content"];
}

/** What one unit holds: labels make the price per kilo or litre of it. */
export function ContentFields({ content, errors, format }: ContentFieldsProps) {
  const t = useTranslations("products.form");
  const tUnits = useTranslations("products.units");
  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-4 sm:col-span-2 sm:gap-x-4">
      <DecimalInput label={t("content")} hint={t("contentHint")} name="contentAmount" format={format} defaultValue={content?.amount} error={errors.contentAmount ?? errors["content.amount"]} optional={t("optional")} />
      <Select label={t("contentUnit")} name="contentUnit" defaultValue={content?.unit ?? "g"} error={errors.contentUnit} options={MEASURE_CODES.map((unit) => ({ value: unit, label: tUnits(unit) }))} />
    </div>
  );
}
