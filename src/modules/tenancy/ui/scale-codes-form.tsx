"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ScaleCode } from "@/kernel/scale-code.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeScaleCodesAction } from "../actions.ts";
import { ScaleTrial } from "./scale-trial.tsx";
import { useSave } from "./use-save.ts";

interface ScaleCodesFormProps {
  tenantSlug: string;
  scaleCodes: readonly ScaleCode[];
  format: FormatStyle;
  mayWrite: boolean;
}

const MOST = 4;
const USUAL: ScaleCode = { pattern: "20PPPPPWWWWWC", value: "weight", decimals: 3 };

/** How the shop's scales write their labels, with a label read as one types. */
export function ScaleCodesForm({ tenantSlug, scaleCodes, format, mayWrite }: ScaleCodesFormProps) {
  const t = useTranslations("settings.scales");
  const tForm = useTranslations("common");
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const [rows, setRows] = useState(() => scaleCodes.map((scale, key) => ({ key, ...scale })));
  const change = (key: number, with_: Partial<ScaleCode>): void => setRows(rows.map((row) => (row.key === key ? { ...row, ...with_ } : row)));
  const written: ScaleCode[] = rows.map(({ key: _key, pattern, ...scale }) => ({ ...scale, pattern: pattern.trim().toUpperCase() }));
  const submit = (): void => save(() => changeScaleCodesAction(tenantSlug, { scaleCodes: written }), () => {
    showToast({ message: t("saved") });
    router.refresh();
  });
  useKeys(mayWrite ? [{ keys: "ctrl+s", label: t("save"), run: submit }] : []);
  return (
    <form noValidate className="flex flex-col gap-6" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <FormErrors title={tForm("formErrors")} errors={Object.entries(errors).map(([path, message]) => ({ id: path, message }))} />
      {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
      <fieldset disabled={!mayWrite} className="flex flex-col gap-4">
        {rows.length === 0 ? <p className="text-ink-3">{t("none")}</p> : null}
        {rows.map(({ key, pattern, value, decimals }, i) => (
          <div key={key} className="flex flex-wrap items-start gap-3">
            <div className="w-52">
              <TextInput label={t("pattern", { number: i + 1 })} hint={i === 0 ? t("patternHint") : undefined} id={`scaleCodes.${i}.pattern`} name="pattern" value={pattern} error={errors[`scaleCodes.${i}.pattern`]} mono autoComplete="off" spellCheck={false} maxLength={13} autoFocus={pattern === ""} onChange={(event) => change(key, { pattern: event.target.value.toUpperCase() })} />
            </div>
            <div className="w-52">
              <Select label={t("value")} id={`scaleCodes.${i}.value`} name="value" value={value} options={(["weight", "price"] as const).map((kind) => ({ value: kind, label: t(kind) }))} onChange={(event) => change(key, event.target.value === "price" ? { value: "price", decimals: 2 } : { value: "weight", decimals: 3 })} />
            </div>
            <div className="w-24">
              <Select label={t("decimals")} id={`scaleCodes.${i}.decimals`} name="decimals" value={String(decimals)} options={["0", "1", "2", "3"].map((digits) => ({ value: digits, label: digits }))} onChange={(event) => change(key, { decimals: Number(event.target.value) })} />
            </div>
            {mayWrite ? (
              <div className="pt-6">
                <Button tone="quiet" iconOnly aria-label={t("remove", { number: i + 1 })} icon={<X aria-hidden size={16} />} onClick={() => setRows(rows.filter((row) => row.key !== key))} />
              </div>
            ) : null}
          </div>
        ))}
        {mayWrite && rows.length < MOST ? (
          <div>
            <Button tone="quiet" size="sm" icon={<Plus aria-hidden size={16} />} onClick={() => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, ...USUAL }])}>{t("add")}</Button>
          </div>
        ) : null}
      </fieldset>
      {rows.length > 0 ? <ScaleTrial scaleCodes={written} format={format} /> : null}
      {mayWrite ? <div><Button type="submit" tone="primary" kbd="Ctrl S" aria-busy={pending || undefined}>{pending ? t("saving") : t("save")}</Button></div> : null}
    </form>
  );
}
