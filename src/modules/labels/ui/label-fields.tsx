"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Select } from "@/ui/select.tsx";
import { FORMAT_KEYS, formatOf, isFormatKey, labelsPerPage, type FormatKey } from "../rules/formats.ts";
import type { LabelLayout } from "../rules/label-layout.ts";
import { FieldGroup } from "./field-group.tsx";
import { StartField } from "./start-field.tsx";

const SYMBOLS = ["bars", "qr", "none"] as const;
const SWITCHES = ["perMeasure", "withoutTax", "code", "date"] as const;

interface LabelFieldsProps {
  layout: LabelLayout;
  onLayout: (layout: LabelLayout) => void;
}

export function useFormatName(): (key: FormatKey) => string {
  const t = useTranslations("labels.formats");
  return (key) => t(key, { count: labelsPerPage(formatOf(key)) });
}

/** The paper, where on it to begin, and what stands on each label. */
export function LabelFields({ layout, onLayout }: LabelFieldsProps) {
  const t = useTranslations("labels");
  const nameOf = useFormatName();
  return (
    <>
      <FieldGroup title={t("paperTitle")}>
        <Select name="format" label={t("format")} value={layout.format} options={FORMAT_KEYS.map((key) => ({ value: key, label: nameOf(key) }))} onChange={({ target: { value } }) => (isFormatKey(value) ? onLayout({ ...layout, format: value, start: 1 }) : undefined)} />
        <StartField format={layout.format} start={layout.start} onStart={(start) => onLayout({ ...layout, start })} />
      </FieldGroup>
      <FieldGroup title={t("content")}>
        <Select name="symbol" label={t("symbol.label")} value={layout.symbol} options={SYMBOLS.map((symbol) => ({ value: symbol, label: t(`symbol.${symbol}`) }))} onChange={({ target: { value } }) => onLayout({ ...layout, symbol: SYMBOLS.find((symbol) => symbol === value) ?? "bars" })} />
        <div className="flex flex-col gap-1">
          {SWITCHES.map((name) => (
            <Checkbox key={name} name={name} label={t(`shows.${name}`)} checked={layout[name]} onChange={(event) => onLayout({ ...layout, [name]: event.target.checked })} />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
