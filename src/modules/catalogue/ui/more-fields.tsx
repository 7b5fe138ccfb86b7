"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Textarea } from "@/ui/textarea.tsx";
import { ContentFields } from "./content-fields.tsx";
import { CustomFieldInputs } from "./custom-field-inputs.tsx";
import type { FieldsProps } from "./product-fields.tsx";

const NAMES = ["sku", "brand", "supplierCode", "minStock", "maxStock", "contentAmount", "weight", "tags", "description"] as const;

/** What may wait. Folded for a new product, unless something in it is wrong. */
export function MoreFields({ product, isNew, errors, format, customFields }: FieldsProps) {
  const t = useTranslations("products.form");
  const optional = t("optional");
  const stock = (name: "minStock" | "maxStock") => (
    <DecimalInput label={t(name)} name={name} format={format} maxFraction={3} defaultValue={product[name] ?? undefined} error={errors[name]} optional={optional} />
  );
  return (
    <details className="group border-t border-line pt-3" open={!isNew || Object.keys(errors).some((path) => NAMES.some((name) => name === path) || path.startsWith("customFields.")) || undefined}>
      <summary className="wide flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded-sm text-md font-bold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={18} className="transition-transform duration-[90ms] group-open:rotate-90" />
        {t("more")}
      </summary>
      <div className="flex flex-col gap-4 pt-3">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput label={t("sku")} hint={isNew ? t("skuHint") : undefined} name="sku" defaultValue={product.sku ?? ""} error={errors.sku} optional={isNew ? optional : undefined} mono autoComplete="off" maxLength={60} />
          <TextInput label={t("supplierCode")} name="supplierCode" defaultValue={product.supplierCode ?? ""} error={errors.supplierCode} optional={optional} mono autoComplete="off" maxLength={60} />
          <TextInput label={t("brand")} name="brand" defaultValue={product.brand ?? ""} error={errors.brand} optional={optional} autoComplete="off" maxLength={80} />
          <TextInput label={t("tags")} hint={t("tagsHint")} name="tags" defaultValue={product.tags?.join(", ") ?? ""} error={errors.tags} optional={optional} autoComplete="off" />
          <ContentFields content={product.content ?? null} errors={errors} format={format} />
          <DecimalInput label={t("weight")} hint={t("weightHint")} name="weight" format={format} defaultValue={product.weight ?? undefined} error={errors.weight} optional={optional} />
          {stock("minStock")}
          {stock("maxStock")}
          <CustomFieldInputs fields={customFields} values={product.customFields ?? {}} errors={errors} format={format} />
        </div>
        <Textarea label={t("description")} name="description" defaultValue={product.description ?? ""} error={errors.description} optional={optional} maxLength={2_000} />
      </div>
    </details>
  );
}
