"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { PAYMENT_WAYS } from "../schema.ts";

/** What each payment to a supplier is asked besides its amounts. */
export function PaymentFields({ today, errors }: { today: string; errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("purchases.pay");
  return (
    <>
      <Select name="method" label={t("method")} error={errors.method} options={PAYMENT_WAYS.map((value) => ({ value, label: t(`methods.${value}`) }))} />
      <TextInput name="date" type="date" label={t("date")} defaultValue={today} error={errors.date} />
      <TextInput name="notes" label={t("notes")} optional={t("optional")} maxLength={500} autoComplete="off" error={errors.notes} />
    </>
  );
}
