"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveCustomFieldsAction } from "../actions.ts";
import { FIELD_KINDS, type CustomField, type FieldKind } from "../rules/custom-fields.ts";
import { readValues } from "../rules/combine-values.ts";

interface CustomFieldsFormProps {
  tenantSlug: string;
  fields: readonly CustomField[];
  mayWrite: boolean;
}

const MOST = 30;

/** The shop's own fields, in the order in which the product's form asks for them. */
export function CustomFieldsForm({ tenantSlug, fields, mayWrite }: CustomFieldsFormProps) {
  const t = useTranslations("products.fields");
  const tForm = useTranslations("products.form");
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const [rows, setRows] = useState(() => fields.map(({ options, ...field }) => ({ ...field, options: options.join("; "), isNew: false })));
  const change = (id: string, with_: Partial<(typeof rows)[number]>): void => setRows(rows.map((row) => (row.id === id ? { ...row, ...with_ } : row)));
  const submit = (): void => save(() => saveCustomFieldsAction(tenantSlug, { fields: rows.map(({ id, name, kind, options }) => ({ id, name, kind, options: kind === "choice" ? readValues(options) : [] })) }), () => {
    setRows(rows.map((row) => ({ ...row, isNew: false })));
    showToast({ message: t("saved") });
    router.refresh();
  });
  useKeys(mayWrite ? [{ keys: "ctrl+s", label: t("save"), run: submit }] : []);
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={tForm("errors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <fieldset disabled={!mayWrite} className="flex flex-col gap-4">
        {rows.length === 0 ? <p className="text-ink-3">{t("none")}</p> : null}
        {rows.map(({ id, name, kind, options, isNew }, i) => (
          <div key={id} className="flex flex-wrap items-start gap-3 border-b border-line pb-4">
            <div className="w-48"><TextInput label={t("name", { number: i + 1 })} id={`fields.${i}.name`} name="name" value={name} error={errors[`fields.${i}.name`] ?? (i === 0 ? errors.fields : undefined)} maxLength={40} autoComplete="off" autoFocus={isNew} onChange={(event) => change(id, { name: event.target.value })} /></div>
            <div className="w-44"><Select label={t("kind")} id={`fields.${i}.kind`} name="kind" value={kind} disabled={!isNew} options={FIELD_KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))} onChange={(event) => change(id, { kind: event.target.value as FieldKind })} /></div>
            {kind === "choice" ? <div className="min-w-48 flex-1"><TextInput label={t("options")} hint={t("optionsHint")} id={`fields.${i}.options`} name="options" value={options} error={errors[`fields.${i}.options`]} autoComplete="off" onChange={(event) => change(id, { options: event.target.value })} /></div> : null}
            {mayWrite ? <div className="pt-6"><Button tone="quiet" iconOnly aria-label={t("remove", { name: name || String(i + 1) })} icon={<X aria-hidden size={16} />} onClick={() => setRows(rows.filter((row) => row.id !== id))} /></div> : null}
          </div>
        ))}
        {mayWrite && rows.length < MOST ? <div><Button tone="quiet" size="sm" icon={<Plus aria-hidden size={16} />} onClick={() => setRows([...rows, { id: newId(), name: "", kind: "text", options: "", isNew: true }])}>{t("add")}</Button></div> : null}
      </fieldset>
      {rows.length < fields.length ? <Banner tone="warning">{t("removing")}</Banner> : null}
      {mayWrite ? <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? tForm("saving") : t("save")}</Button></div> : null}
    </form>
  );
}
