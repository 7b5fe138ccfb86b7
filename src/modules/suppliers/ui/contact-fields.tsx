"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import type { SupplierContact } from "../queries/supplier-view.ts";

const MOST = 10;
const NOBODY: SupplierContact = { name: "", phone: "", email: "", note: "" };

/** Whom to call: as many rows as there are people. */
export function ContactFields({ contacts, errors }: { contacts: readonly SupplierContact[]; errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("suppliers.form");
  const [rows, setRows] = useState(() => contacts.map((contact, key) => ({ key, contact })));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 text-sm font-medium">{t("contacts")}</legend>
      {rows.map(({ key, contact }, i) => (
        <div key={key} className="grid items-end gap-2 border-b border-line pb-3 sm:grid-cols-[1fr_10rem_1fr_1fr_auto]">
          <TextInput label={t("contactName")} name="contactName" id={`contacts.${i}.name`} defaultValue={contact.name} error={errors[`contacts.${i}.name`]} maxLength={80} autoComplete="off" />
          <TextInput label={t("phone")} name="contactPhone" id={`contacts.${i}.phone`} type="tel" defaultValue={contact.phone} error={errors[`contacts.${i}.phone`]} maxLength={40} autoComplete="off" />
          <TextInput label={t("email")} name="contactEmail" id={`contacts.${i}.email`} type="email" defaultValue={contact.email} error={errors[`contacts.${i}.email`]} maxLength={120} autoComplete="off" />
          <TextInput label={t("contactNote")} name="contactNote" id={`contacts.${i}.note`} defaultValue={contact.note} error={errors[`contacts.${i}.note`]} maxLength={200} autoComplete="off" />
          <Button tone="quiet" iconOnly aria-label={t("removeContact")} icon={<X aria-hidden size={16} />} onClick={() => setRows(rows.filter((row) => row.key !== key))} />
        </div>
      ))}
      {rows.length < MOST ? <div><Button size="sm" icon={<Plus aria-hidden size={16} />} onClick={() => setRows([...rows, { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, contact: NOBODY }])}>{t("addContact")}</Button></div> : null}
    </fieldset>
  );
}
