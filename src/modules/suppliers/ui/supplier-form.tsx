"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { CURRENCIES } from "@/kernel/currencies.ts";
import { fix } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { applyDiscounts, readDiscountChain } from "@/modules/pricing/rules/discount-chain.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Textarea } from "@/ui/textarea.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveSupplierAction } from "../actions.ts";
import type { SupplierView } from "../queries/supplier-view.ts";
import { writeTaxId } from "../rules/tax-id.ts";
import { WEEK } from "../rules/week.ts";
import { ContactFields } from "./contact-fields.tsx";
import { readSupplierFields } from "./read-supplier-fields.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

interface SupplierFormProps {
  tenantSlug: string;
  format: FormatStyle;
  /** Made with the page: a double click is one supplier. */
  id: string;
  supplier: SupplierView | null;
}

/** A supplier and its terms: one form for a new one and an old one. */
export function SupplierForm({ tenantSlug, format, id, supplier }: SupplierFormProps) {
  const t = useTranslations("suppliers.form");
  const tWeek = useTranslations("suppliers.week");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    if (!form.current) return;
    const given = readSupplierFields(form.current, { id, version: supplier?.version ?? null });
    save(() => saveSupplierAction(tenantSlug, given), (saved) => {
      showToast({ message: t("saved", { name: saved.name }) });
      if (supplier === null) router.push(`/suppliers/${saved.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("save"), run: submit }]);
  return (
    <form ref={form} noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={t("errors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput label={t("name")} name="name" defaultValue={supplier?.name} error={errors.name} maxLength={120} autoComplete="off" autoFocus={supplier === null} required />
        <TextInput label={t("taxId")} name="taxId" hint={t("taxIdHint")} optional={t("optional")} defaultValue={supplier?.taxId ? writeTaxId(supplier.taxId) : ""} error={errors.taxId} autoComplete="off" mono />
        <Discounts format={format} start={supplier?.discounts ?? ""} error={errors.discounts} />
        <Select label={t("currency")} name="currency" defaultValue={supplier?.currency ?? format.currency} error={errors.currency} options={CURRENCIES.map((value) => ({ value, label: value }))} />
        <DecimalInput label={t("freight")} name="freightPercent" format={format} maxFraction={2} suffix="%" defaultValue={supplier?.freightPercent ?? "0"} error={errors.freightPercent} />
        <DecimalInput label={t("minOrder")} name="minOrder" format={format} maxFraction={2} optional={t("optional")} defaultValue={supplier?.minOrder ?? undefined} error={errors.minOrder} />
        <DecimalInput label={t("lead")} name="leadDays" format={format} maxFraction={0} suffix={t("leadSuffix")} optional={t("optional")} defaultValue={supplier?.leadDays?.toString()} error={errors.leadDays} />
      </div>
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="pb-2 text-sm font-medium">{t("orderDays")}</legend>
        {WEEK.map((day, i) => <Checkbox key={day} name="orderDays" id={`order-${day}`} value={String(i + 1)} label={tWeek(day)} defaultChecked={supplier?.orderDays.includes(i + 1)} />)}
      </fieldset>
      <ContactFields contacts={supplier?.contacts ?? []} errors={errors} />
      <Textarea label={t("notes")} name="notes" rows={3} optional={t("optional")} defaultValue={supplier?.notes ?? ""} error={errors.notes} />
      <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? t("saving") : t("save")}</Button></div>
    </form>
  );
}

/** The chain with what it leaves of a thousand, so that a slip is seen before it is a cost. */
function Discounts({ format, start, error }: { format: FormatStyle; start: string; error?: string }) {
  const t = useTranslations("suppliers.form");
  const [text, setText] = useState(start);
  const chain = readDiscountChain(text);
  const hint = chain === null || chain.length === 0 ? t("discountsHint") : t("kept", { left: formatNumber(fix(applyDiscounts("1000", chain), 2), format, { minFraction: 2 }) });
  return <TextInput label={t("discounts")} name="discounts" value={text} onChange={(event) => setText(event.target.value)} hint={hint} optional={t("optional")} error={error} autoComplete="off" inputMode="text" mono />;
}
