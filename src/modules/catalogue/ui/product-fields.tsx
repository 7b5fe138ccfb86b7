"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatPercent } from "@/kernel/format.ts";
import { currencySign } from "@/kernel/format-style.ts";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { ProductView } from "../queries/product-view.ts";
import { isFractional, UNIT_CODES } from "../rules/units.ts";
import { BarcodeFields } from "./barcode-fields.tsx";
import { CategoryField } from "./category-field.tsx";
import { costAtHome, CostTerms } from "./cost-terms.tsx";
import { MarginNote } from "./margin-note.tsx";
import type { FormFacts } from "./product-form.tsx";

export interface FieldsProps extends FormFacts {
  product: Partial<ProductView>;
  isNew: boolean;
  errors: Readonly<Record<string, string | undefined>>;
}

/** What a product needs to be sold, in the order in which one has it at hand: the code, the name, the price. */
export function ProductFields({ tenantSlug, product, isNew, errors, format, seesCost, categories, taxRates, rates: exchange }: FieldsProps) {
  const t = useTranslations("products.form");
  const tUnits = useTranslations("products.units");
  const optional = t("optional");
  const [prices, setPrices] = useState<{ sale: Decimal | null; cost: Decimal | null; tax: Decimal; currency: string; target: Decimal | null }>({
    sale: product.salePrice ?? null,
    cost: product.costPrice ?? null,
    tax: product.taxRate ?? taxRates[0] ?? "0",
    currency: product.costCurrency || format.currency,
    target: product.targetMargin ?? null,
  });
  const [unit, setUnit] = useState<string>(product.unit ?? "u");
  // A rate that the shop no longer uses stays on the products that have it.
  const rates = taxRates.includes(prices.tax) ? taxRates : [...taxRates, prices.tax];
  const sign = currencySign(format.currency, format.currency);
  return (
    <div className="flex flex-col gap-4">
      <BarcodeFields tenantSlug={tenantSlug} packs={product.packs ?? []} errors={errors} format={format} autoFocus={isNew} nextFieldId="name" />
      <TextInput label={t("name")} name="name" defaultValue={product.name ?? ""} error={errors.name} autoComplete="off" maxLength={200} required />
      <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:gap-x-4">
        <DecimalInput label={t("salePrice")} hint={t("salePriceHint")} name="salePrice" format={format} defaultValue={product.salePrice ?? undefined} minFraction={2} prefix={sign} error={errors.salePrice} onValue={(sale) => setPrices((now) => ({ ...now, sale }))} />
        {seesCost ? (
          <DecimalInput label={t("costPrice")} hint={t("costPriceHint")} name="costPrice" format={format} defaultValue={product.costPrice ?? undefined} minFraction={2} prefix={currencySign(prices.currency, format.currency)} error={errors.costPrice} optional={optional} onValue={(cost) => setPrices((now) => ({ ...now, cost }))} />
        ) : null}
      </div>
      {seesCost ? <MarginNote salePrice={prices.sale} costPrice={costAtHome(prices.cost, prices.currency, format.currency, exchange)} taxRate={prices.tax} targetMargin={prices.target} format={format} /> : null}
      <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:gap-x-4">
        <CategoryField categories={categories} categoryId={product.categoryId ?? null} error={errors.categoryId ?? errors.categoryName} />
        <Select
          label={t("taxRate")}
          name="taxRate"
          defaultValue={prices.tax}
          error={errors.taxRate}
          options={rates.map((rate) => ({ value: rate, label: formatPercent(trimZeros(rate), format) }))}
          onChange={(event) => {
            const tax = event.target.value;
            setPrices((now) => ({ ...now, tax }));
          }}
        />
        <Select label={t("unit")} name="unit" defaultValue={product.unit ?? "u"} hint={t(isFractional(unit) ? "fractional" : "whole")} onChange={(event) => setUnit(event.target.value)} error={errors.unit} options={UNIT_CODES.map((unit) => ({ value: unit, label: tUnits(unit) }))} />
        {isNew ? <DecimalInput label={t("initialStock")} name="initialStock" format={format} maxFraction={3} error={errors.initialStock} optional={optional} /> : null}
      </div>
      {seesCost ? (
        <CostTerms
          currency={prices.currency}
          cost={prices.cost}
          rates={exchange}
          targetMargin={product.targetMargin ?? null}
          format={format}
          errors={errors}
          optional={optional}
          onCurrency={(currency) => setPrices((now) => ({ ...now, currency }))}
          onTarget={(target) => setPrices((now) => ({ ...now, target }))}
        />
      ) : null}
    </div>
  );
}
