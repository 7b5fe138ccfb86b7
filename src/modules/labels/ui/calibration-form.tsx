"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { fix } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { PaperButtons } from "@/modules/tenancy/ui/paper-buttons.tsx";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveCalibrationAction } from "../actions.ts";
import type { Calibration, Medium } from "../rules/calibration.ts";
import { FORMAT_KEYS, formatOf, isFormatKey } from "../rules/formats.ts";
import { useFormatName } from "./label-fields.tsx";

interface CalibrationFormProps {
  tenantSlug: string;
  medium: Medium;
  calibration: Calibration;
  format: FormatStyle;
}

const FIELDS = ["offsetX", "offsetY", "scale"] as const;

/** A page to measure on, and what was measured: print, lay the sheet over the labels, write down what is off, print again. */
export function CalibrationForm({ tenantSlug, medium, calibration, format }: CalibrationFormProps) {
  const t = useTranslations("labels.calibration");
  const nameOf = useFormatName();
  const router = useRouter();
  const { save, pending, errors, sentence } = useSave();
  const papers = FORMAT_KEYS.filter((key) => formatOf(key).medium === medium);
  const [paper, setPaper] = useState(papers[0]!);
  const shown = (name: (typeof FIELDS)[number]): string => formatNumber(fix(String(calibration[name] / 100), 2), format);
  const submit = (form: HTMLFormElement): void => {
    const typed = new FormData(form);
    const given = Object.fromEntries(FIELDS.map((name) => [name, String(typed.get(name) ?? "")]));
    save(() => saveCalibrationAction(tenantSlug, { medium, ...given }), () => {
      showToast({ message: t("saved") });
      router.refresh();
    });
  };
  return (
    <section aria-labelledby={`of-${medium}`} className="flex flex-col gap-4">
      <h2 id={`of-${medium}`} className="wide text-md font-semibold">{t(medium)}</h2>
      <Select id={`paper-${medium}`} name="paper" label={t("paper")} value={paper} options={papers.map((key) => ({ value: key, label: nameOf(key) }))} onChange={({ target: { value } }) => (isFormatKey(value) ? setPaper(value) : undefined)} />
      <div className="flex flex-wrap items-center gap-2"><PaperButtons tenantSlug={tenantSlug} address={`/api/v1/back-office/labels/calibration?format=${paper}`} keys={false} /></div>
      <form noValidate className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); submit(event.currentTarget); }}>
        {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
        <div className="grid items-start gap-3 sm:grid-cols-3">
          {FIELDS.map((name) => (
            <TextInput key={name} id={`${medium}-${name}`} name={name} label={t(name)} suffix={name === "scale" ? "%" : "mm"} inputMode="decimal" autoComplete="off" defaultValue={shown(name)} error={errors[name]} />
          ))}
        </div>
        <div><Button type="submit" aria-busy={pending || undefined}>{t("save")}</Button></div>
      </form>
    </section>
  );
}
