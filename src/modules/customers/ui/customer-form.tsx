"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Textarea } from "@/ui/textarea.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveCustomerAction } from "../actions.ts";
import type { CustomerView } from "../queries/customer-view.ts";

interface CustomerFormProps {
  tenantSlug: string;
  /** Made with the page: a double click is one customer. */
  id: string;
  customer: CustomerView | null;
  lists: readonly { id: string; name: string }[];
  format: FormatStyle;
  /** Whether this member says how much a customer may owe. */
  mayGrant: boolean;
  /** Whether they say what others pay. */
  mayPrice: boolean;
}

const TYPES = ["dni", "cuit", "cnpj", "other"] as const;
const FIELDS = ["name", "phone", "email", "documentType", "document", "address", "notes"] as const;

/** A customer: one form for a new one and an old one. */
export function CustomerForm({ tenantSlug, id, customer, lists, format, mayGrant, mayPrice }: CustomerFormProps) {
  const t = useTranslations("customers.form");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const [creditLimit, setCreditLimit] = useState<Decimal | null>(customer?.creditLimit ?? null);
  const submit = (): void => {
    if (!form.current) return;
    const given = new FormData(form.current);
    const text = (name: string): string => String(given.get(name) ?? "").trim();
    const fields = Object.fromEntries(FIELDS.map((name) => [name, text(name)]));
    // What cannot be read as an amount goes as it was typed, to be refused: nothing typed is no limit.
    const input = { ...fields, documentType: text("document") === "" ? null : text("documentType"), priceListId: mayPrice ? text("priceListId") || null : (customer?.priceListId ?? null), creditLimit: creditLimit ?? (text("creditLimit") || null), id, version: customer?.version ?? null };
    save(() => saveCustomerAction(tenantSlug, input), (saved) => {
      showToast({ message: t("saved", { name: saved.name }) });
      if (customer === null) router.push(`/customers/${saved.id}`);
      router.refresh();
    });
  };
  useKeys([{ keys: "ctrl+s", label: t("save"), run: submit }]);
  return (
    <form ref={form} noValidate className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput label={t("name")} name="name" defaultValue={customer?.name} error={errors.name} maxLength={120} autoComplete="off" autoFocus={customer === null} required />
        <TextInput label={t("phone")} name="phone" type="tel" optional={t("optional")} defaultValue={customer?.phone ?? ""} error={errors.phone} maxLength={40} autoComplete="off" />
        <Select label={t("documentType")} name="documentType" defaultValue={customer?.documentType ?? "dni"} error={errors.documentType} options={TYPES.map((value) => ({ value, label: t(`types.${value}`) }))} />
        <TextInput label={t("document")} name="document" optional={t("optional")} defaultValue={customer?.document ?? ""} error={errors.document} maxLength={30} autoComplete="off" mono />
        <TextInput label={t("email")} name="email" type="email" optional={t("optional")} defaultValue={customer?.email ?? ""} error={errors.email} maxLength={120} autoComplete="off" />
        <TextInput label={t("address")} name="address" optional={t("optional")} defaultValue={customer?.address ?? ""} error={errors.address} maxLength={200} autoComplete="off" />
        <Select label={t("priceList")} name="priceListId" disabled={!mayPrice} defaultValue={customer?.priceListId ?? ""} error={errors.priceListId} options={[{ value: "", label: t("noList") }, ...lists.map((list) => ({ value: list.id, label: list.name }))]} />
        <DecimalInput name="creditLimit" label={t("creditLimit")} hint={t("creditLimitHint")} prefix="$" format={format} maxFraction={2} value={creditLimit} onValue={setCreditLimit} readOnly={!mayGrant} error={errors.creditLimit} />
      </div>
      <Textarea label={t("notes")} name="notes" rows={3} optional={t("optional")} defaultValue={customer?.notes ?? ""} error={errors.notes} />
      <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? t("saving") : t("save")}</Button></div>
    </form>
  );
}
