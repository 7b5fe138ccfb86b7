"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { big, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { roundMoney } from "@/kernel/money.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { registerCreditNoteAction } from "../actions.ts";

export interface CreditNoteStart {
  id: string;
  supplierId: string;
  returnId: string;
  net: Decimal | null;
  taxRate: Decimal;
}

interface CreditNoteFormProps {
  tenantSlug: string;
  format: FormatStyle;
  today: string;
  start: CreditNoteStart;
  suppliers: readonly { id: string; name: string }[];
  /** Returns that wait for their credit note. */
  returns: readonly { id: string; supplierId: string; number: string; value: Decimal }[];
  /** Claims that nothing settled yet. */
  claims: readonly { id: string; supplierId: string; name: string; amount: Decimal }[];
}

/** A supplier's credit note from its paper; it pays the bills that are due first. */
export function CreditNoteForm({ tenantSlug, format, today, start, suppliers, returns, claims }: CreditNoteFormProps) {
  const t = useTranslations("receiving");
  const router = useRouter();
  const [supplierId, setSupplier] = useState(start.supplierId);
  const [head, setHead] = useState({ number: "", date: today, notes: "", returnId: start.returnId });
  const [net, setNet] = useState<Decimal | null>(start.net);
  const [taxRate, setRate] = useState<Decimal | null>(start.taxRate);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { save, pending, errors, sentence } = useSave();
  const own = claims.filter((claim) => claim.supplierId === supplierId);
  const tax = roundMoney(big(net ?? "0").times(taxRate ?? "0").times("0.01"));
  const submit = (): void => {
    const { number, date, notes, returnId } = head;
    save(() => registerCreditNoteAction(tenantSlug, { id: start.id, supplierId, number, date, notes, taxes: [{ taxRate: taxRate ?? "0", base: net ?? "" }], ...(returnId ? { returnId } : {}), differenceIds: chosen.filter((id) => own.some((claim) => claim.id === id)) }), (made) => {
      showToast({ message: t("notes.saved", { number: made.number }) });
      router.push(`/purchases/credit-notes/${made.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("notes.save"), run: submit, whileTyping: true }]);
  const text = (name: "number" | "date" | "notes") => (event: { target: { value: string } }): void => setHead({ ...head, [name]: event.target.value });
  return (
    <form noValidate className="flex max-w-3xl flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-3">
        <Select name="supplierId" label={t("form.supplier")} placeholder={t("form.choose")} value={supplierId} error={errors.supplierId} autoFocus={start.supplierId === ""} required options={suppliers.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => { setSupplier(event.target.value); setHead({ ...head, returnId: "" }); }} />
        <TextInput name="number" label={t("notes.number")} mono autoComplete="off" maxLength={60} value={head.number} error={errors.number} autoFocus={start.supplierId !== ""} required onChange={text("number")} />
        <TextInput name="date" type="date" label={t("notes.date")} value={head.date} error={errors.date} required onChange={text("date")} />
        <DecimalInput name="net" label={t("notes.net")} format={format} maxFraction={2} value={net} error={errors["taxes.0.base"] ?? errors.taxes} onValue={setNet} required />
        <DecimalInput name="taxRate" label={t("notes.rate")} format={format} maxFraction={2} value={taxRate} error={errors["taxes.0.taxRate"]} onValue={setRate} />
        <Select name="returnId" label={t("notes.return")} value={head.returnId} error={errors.returnId} options={[{ value: "", label: t("notes.noReturn") }, ...returns.filter((one) => one.supplierId === supplierId).map(({ id, number, value }) => ({ value: id, label: `${number} · ${formatMoney(value, format)}` }))]} onChange={(event) => setHead({ ...head, returnId: event.target.value })} />
      </div>
      {own.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="pb-1 font-medium">{t("notes.claims")}</legend>
          {own.map(({ id, name, amount }) => <Checkbox key={id} name={`claim-${id}`} label={`${name} · ${formatMoney(amount, format)}`} checked={chosen.includes(id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />)}
        </fieldset>
      ) : null}
      <TextInput name="notes" label={t("form.notes")} optional={t("form.optional")} maxLength={500} autoComplete="off" value={head.notes} error={errors.notes} onChange={text("notes")} />
      <DescriptionList items={[{ term: t("notes.tax"), detail: formatMoney(tax, format) }, { term: t("notes.total"), detail: <strong className="font-semibold">{formatMoney(roundMoney(big(net ?? "0").plus(tax)), format)}</strong> }]} />
      <p className="text-ink-2">{t("notes.hint")}</p>
      <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? t("form.saving") : t("notes.save")}</Button></div>
    </form>
  );
}
