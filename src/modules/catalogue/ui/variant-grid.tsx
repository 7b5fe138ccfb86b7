"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import { TextInput } from "@/ui/text-input.tsx";

export interface VariantDetail {
  off: boolean;
  sku: string;
  barcode: string;
  /** Null: as all of them. */
  salePrice: Decimal | null;
  costPrice: Decimal | null;
  stock: Decimal | null;
}

export const NO_DETAIL: VariantDetail = { off: false, sku: "", barcode: "", salePrice: null, costPrice: null, stock: null };

interface VariantGridProps {
  title: string;
  attributes: readonly string[];
  rows: readonly (readonly string[])[];
  /** Those that will be made: errors tell their places in this list. */
  wanted: readonly (readonly string[])[];
  details: Readonly<Record<string, VariantDetail>>;
  errors: Readonly<Record<string, string | undefined>>;
  format: FormatStyle;
  seesCost: boolean;
  onChange: (key: string, detail: VariantDetail) => void;
}

/** A row per combination. Enter in a code leads to the same field of the next row: a box of labels is scanned from top to bottom. */
export function VariantGrid({ title, attributes, rows, wanted, details, errors, format, seesCost, onChange }: VariantGridProps) {
  const t = useTranslations("products.variants");
  const down = (field: string, i: number) => (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    document.getElementById(`${field}-${i + 1}`)?.focus();
  };
  return (
    <Table caption={title}>
      <thead>
        <tr>
          <Th><span className="sr-only">{t("make")}</span></Th>
          {attributes.map((name, i) => <Th key={i}>{name}</Th>)}
          <Th>{t("sku")}</Th>
          <Th>{t("barcode")}</Th>
          <Th numeric>{t("price")}</Th>
          {seesCost ? <Th numeric>{t("cost")}</Th> : null}
          <Th numeric>{t("stock")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((values, i) => {
          const key = JSON.stringify(values);
          const detail = details[key] ?? NO_DETAIL;
          const label = values.join(" ");
          const path = `variants.${wanted.indexOf(values)}`;
          const set = (with_: Partial<VariantDetail>): void => onChange(key, { ...detail, ...with_ });
          const field = { labelHidden: true, autoComplete: "off", disabled: detail.off } as const;
          return (
            <tr key={key}>
              <Td><Checkbox labelHidden label={t("makeOne", { name: label })} name="make" id={`make-${i}`} checked={!detail.off} onChange={(event) => set({ off: !event.target.checked })} /></Td>
              {values.map((value, place) => <Td key={place}><span className={detail.off ? "text-ink-3" : "font-medium"}>{value}</span></Td>)}
              <Td><div className="w-32"><TextInput {...field} label={t("skuOf", { name: label })} id={`sku-${i}`} name="sku" value={detail.sku} error={errors[`${path}.sku`]} mono maxLength={60} placeholder={t("auto")} onKeyDown={down("sku", i)} onChange={(event) => set({ sku: event.target.value })} /></div></Td>
              <Td><div className="w-44"><TextInput {...field} label={t("barcodeOf", { name: label })} id={`barcode-${i}`} name="barcode" value={detail.barcode} error={errors[`${path}.barcode`] ?? errors[`${path}.values`]} mono maxLength={60} onKeyDown={down("barcode", i)} onChange={(event) => set({ barcode: event.target.value })} /></div></Td>
              <Td numeric><div className="ml-auto w-28"><DecimalInput labelHidden disabled={detail.off} label={t("priceOf", { name: label })} id={`price-${i}`} name="price" format={format} minFraction={2} onValue={(salePrice) => set({ salePrice })} /></div></Td>
              {seesCost ? <Td numeric><div className="ml-auto w-28"><DecimalInput labelHidden disabled={detail.off} label={t("costOf", { name: label })} id={`cost-${i}`} name="cost" format={format} minFraction={2} onValue={(costPrice) => set({ costPrice })} /></div></Td> : null}
              <Td numeric><div className="ml-auto w-24"><DecimalInput labelHidden disabled={detail.off} label={t("stockOf", { name: label })} id={`stock-${i}`} name="stock" format={format} maxFraction={3} onValue={(stock) => set({ stock })} /></div></Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
