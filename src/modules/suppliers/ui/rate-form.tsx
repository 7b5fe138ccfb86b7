"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { CURRENCIES } from "@/kernel/currencies.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveRateAction } from "../actions.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";

interface RateFormProps {
  tenantSlug: string;
  /** The shop's own has no rate. */
  home: string;
  /** YYYY-MM-DD. */
  today: string;
}

/** What a foreign currency is worth from a day on. */
export function RateForm({ tenantSlug, home, today }: RateFormProps) {
  const t = useTranslations("suppliers.rate");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const submit = (): void => {
    if (!form.current) return;
    const given = new FormData(form.current);
    save(() => saveRateAction(tenantSlug, { currency: String(given.get("currency")), onDate: String(given.get("onDate")), rate: String(given.get("rate")) }), () => {
      showToast({ message: t("saved") });
      router.refresh();
    });
  };
  return (
    <form ref={form} noValidate className="flex flex-wrap items-end gap-3" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {sentence ? <div className="w-full"><Banner tone="negative" live>{sentence}</Banner></div> : null}
      <div className="w-28"><Select label={t("currency")} name="currency" error={errors.currency} options={CURRENCIES.filter((value) => value !== home).map((value) => ({ value, label: value }))} defaultValue={home === "USD" ? undefined : "USD"} /></div>
      <div className="w-44"><TextInput label={t("onDate")} name="onDate" type="date" error={errors.onDate} defaultValue={today} required /></div>
      <div className="w-40"><TextInput label={t("rate")} name="rate" error={errors.rate} prefix={home} inputMode="decimal" autoComplete="off" required /></div>
      <Button type="submit" tone="primary" aria-busy={pending || undefined}>{t("save")}</Button>
    </form>
  );
}
