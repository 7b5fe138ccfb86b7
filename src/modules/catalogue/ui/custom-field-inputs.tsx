"use client";

import { useTranslations } from "next-intl";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { CustomField } from "../rules/custom-fields.ts";

interface CustomFieldInputsProps {
  fields: readonly CustomField[];
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string | undefined>>;
  format: FormatStyle;
}

/** The shop's own fields, each as its kind asks for. */
export function CustomFieldInputs({ fields, values, errors, format }: CustomFieldInputsProps) {
  const t = useTranslations("products.fields");
  return fields.map(({ id, name, kind, options }) => {
    const path = `customFields.${id}`;
    const common = { label: name, name: path, error: errors[path] };
    const value = values[id] ?? "";
    if (kind === "number") return <DecimalInput key={id} {...common} format={format} defaultValue={value || undefined} />;
    if (kind === "choice") return <Select key={id} {...common} defaultValue={value} placeholder={t("noValue")} options={options.map((one) => ({ value: one, label: one }))} />;
    if (kind === "yes_no") return <Select key={id} {...common} defaultValue={value} placeholder={t("noValue")} options={[{ value: "true", label: t("yes") }, { value: "false", label: t("no") }]} />;
    return <TextInput key={id} {...common} type={kind === "date" ? "date" : "text"} defaultValue={value} maxLength={200} autoComplete="off" />;
  });
}
