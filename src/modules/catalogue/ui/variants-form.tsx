"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatPercent } from "@/kernel/format.ts";
import { currencySign, type FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select, type SelectOption } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Textarea } from "@/ui/textarea.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { addVariantsAction, createFamilyAction } from "../actions.ts";
import { combineValues, readValues } from "../rules/combine-values.ts";
import { UNIT_CODES } from "../rules/units.ts";
import { NO_DETAIL, VariantGrid, type VariantDetail } from "./variant-grid.tsx";

interface VariantsFormProps {
  tenantSlug: string;
  format: FormatStyle;
  seesCost: boolean;
  categories: readonly SelectOption[];
  /** Percent, the usual one first. */
  taxRates: readonly Decimal[];
  /** Of the family to be, made with the page: a double click is one family. */
  newFamilyId: string;
  /** One that exists gets more variants. */
  family: { id: string; name: string; attributes: readonly string[]; taken: readonly (readonly string[])[] } | null;
}

const MOST = 300;
const MOST_ATTRIBUTES = 3;

/** Attributes and their values on top, and below them the grid of what comes out: each row a product with its own code, price and stock. */
export function VariantsForm({ tenantSlug, format, seesCost, categories, taxRates, newFamilyId, family }: VariantsFormProps) {
  const t = useTranslations("products.variants");
  const tForm = useTranslations("products.form");
  const tUnits = useTranslations("products.units");
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const [name, setName] = useState("");
  const [common, setCommon] = useState({ categoryId: "", unit: "u", taxRate: taxRates[0] ?? "0", brand: "" });
  const [prices, setPrices] = useState<{ sale: Decimal | null; cost: Decimal | null }>({ sale: null, cost: null });
  const [attributes, setAttributes] = useState(() => (family ? family.attributes : [t("measure")]).map((attribute, key) => ({ key, name: attribute, text: "" })));
  const [details, setDetails] = useState<Readonly<Record<string, VariantDetail>>>({});
  const lists = attributes.map(({ text }) => readValues(text));
  const taken = new Set((family?.taken ?? []).map((values) => JSON.stringify(values)));
  const combined = combineValues(lists, MOST).filter((values) => !taken.has(JSON.stringify(values)));
  const wanted = combined.filter((values) => !details[JSON.stringify(values)]?.off);
  const isTooMany = lists.reduce((count, list) => count * list.length, 1) > MOST;
  const change = (key: number, with_: { name?: string; text?: string }): void => setAttributes(attributes.map((one) => (one.key === key ? { ...one, ...with_ } : one)));

  const submit = (): void => {
    const variants = wanted.map((values) => {
      const { sku, barcode, salePrice, costPrice, stock } = details[JSON.stringify(values)] ?? NO_DETAIL;
      return { values, sku, ...(barcode.trim() === "" ? {} : { barcode }), salePrice: salePrice ?? prices.sale, initialStock: stock, ...(seesCost ? { costPrice: costPrice ?? prices.cost } : {}) };
    });
    const given = { id: newFamilyId, name, attributes: attributes.map((one) => one.name), brand: common.brand, unit: common.unit, taxRate: common.taxRate, categoryId: common.categoryId || null, variants };
    save(() => (family ? addVariantsAction(tenantSlug, { id: family.id, variants }) : createFamilyAction(tenantSlug, given)), (saved) => {
      showToast({ message: t("saved", { count: variants.length, name: saved.name }) });
      router.push(`/products/variants/${saved.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("save", { count: wanted.length }), run: submit }]);
  const sign = currencySign(format.currency, format.currency);
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={tForm("errors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      {family ? null : (
        <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <TextInput label={t("name")} hint={t("nameHint")} name="name" value={name} error={errors.name} maxLength={120} autoComplete="off" autoFocus required onChange={(event) => setName(event.target.value)} />
          </div>
          <Select label={tForm("category")} name="categoryId" optional={tForm("optional")} value={common.categoryId} placeholder={tForm("noCategory")} options={categories} onChange={(event) => setCommon({ ...common, categoryId: event.target.value })} />
          <TextInput label={tForm("brand")} name="brand" optional={tForm("optional")} value={common.brand} maxLength={80} autoComplete="off" onChange={(event) => setCommon({ ...common, brand: event.target.value })} />
          <Select label={tForm("unit")} name="unit" value={common.unit} options={UNIT_CODES.map((unit) => ({ value: unit, label: tUnits(unit) }))} onChange={(event) => setCommon({ ...common, unit: event.target.value })} />
          <Select label={tForm("taxRate")} name="taxRate" value={common.taxRate} options={taxRates.map((rate) => ({ value: rate, label: formatPercent(trimZeros(rate), format) }))} onChange={(event) => setCommon({ ...common, taxRate: event.target.value })} />
        </div>
      )}
      <fieldset className="flex max-w-3xl flex-col gap-4">
        <legend className="wide pb-2 text-md font-bold">{t("attributes")}</legend>
        {attributes.map(({ key, name: attribute, text }, i) => (
          <div key={key} className="flex flex-wrap items-start gap-3">
            <div className="w-40">
              <TextInput label={t("attribute", { number: i + 1 })} id={`attributes.${i}`} name="attribute" value={attribute} error={errors[`attributes.${i}`] ?? (i === 0 ? errors.attributes : undefined)} maxLength={40} autoComplete="off" readOnly={family !== null} onChange={(event) => change(key, { name: event.target.value })} />
            </div>
            <div className="min-w-56 flex-1">
              <Textarea label={t("values", { name: attribute || String(i + 1) })} hint={i === 0 ? t("valuesHint") : undefined} id={`values.${i}`} name="values" rows={3} value={text} autoFocus={family !== null && i === 0} onChange={(event) => change(key, { text: event.target.value })} />
            </div>
            {attributes.length > 1 && !family ? (
              <div className="pt-6"><Button tone="quiet" iconOnly aria-label={t("attributeRemove", { number: i + 1 })} icon={<X aria-hidden size={16} />} onClick={() => setAttributes(attributes.filter((one) => one.key !== key))} /></div>
            ) : null}
          </div>
        ))}
        {attributes.length < MOST_ATTRIBUTES && !family ? (
          <div><Button tone="quiet" size="sm" icon={<Plus aria-hidden size={16} />} onClick={() => setAttributes([...attributes, { key: Math.max(...attributes.map(({ key }) => key)) + 1, name: attributes.length === 1 ? t("colour") : "", text: "" }])}>{t("attributeAdd")}</Button></div>
        ) : null}
      </fieldset>
      <div className="grid max-w-md grid-cols-2 gap-4">
        <DecimalInput label={t("priceOfAll")} name="salePrice" format={format} minFraction={2} prefix={sign} optional={tForm("optional")} onValue={(sale) => setPrices({ ...prices, sale })} />
        {seesCost ? <DecimalInput label={t("costOfAll")} name="costPrice" format={format} minFraction={2} prefix={sign} optional={tForm("optional")} onValue={(cost) => setPrices({ ...prices, cost })} /> : null}
      </div>
      {isTooMany ? <Banner tone="warning">{t("tooMany", { most: MOST })}</Banner> : null}
      {combined.length > 0 ? (
        <VariantGrid title={t("grid")} attributes={attributes.map((one) => one.name)} rows={combined} wanted={wanted} details={details} errors={errors} format={format} seesCost={seesCost} onChange={(key, detail) => setDetails({ ...details, [key]: detail })} />
      ) : (
        <p className="text-ink-3">{t("gridEmpty")}</p>
      )}
      <div className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 py-3 max-sm:bottom-14 sm:-mx-6 sm:px-6 lg:mx-0 lg:px-0">
        <Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined} aria-disabled={pending || wanted.length === 0 || undefined}>{pending ? tForm("saving") : t("save", { count: wanted.length })}</Button>
      </div>
    </form>
  );
}
