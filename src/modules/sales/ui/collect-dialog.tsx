"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { useKeys } from "@/ui/keys/use-keys.ts";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { collectPaymentAction } from "../actions.ts";

const METHODS = ["cash", "transfer", "debit", "credit", "wallet"] as const;

interface CollectDialogProps {
  tenantSlug: string;
  format: FormatStyle;
  customerId: string;
  customerName: string;
  /** Offered, not demanded. */
  due: Decimal | null;
}

/** What a customer pays of their account. */
export function CollectDialog({ tenantSlug, format, customerId, customerName, due }: CollectDialogProps) {
  const t = useTranslations("customers.pay");
  const router = useRouter();
  // Made when the dialog opens: sent twice, it is one payment.
  const [id, setId] = useState<string | null>(null);
  const [amount, setAmount] = useState<Decimal | null>(due);
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const open = (): void => {
    setAmount(due);
    setId(newId());
  };
  useKeys([{ keys: "p", label: t("open"), run: open }]);
  const submit = (): void => {
    const given = new FormData(form.current!);
    const notes = String(given.get("notes") ?? "").trim();
    save(() => collectPaymentAction(tenantSlug, { id, customerId, amount: amount ?? "", method: String(given.get("method")), ...(notes ? { notes } : {}) }), (paid) => {
      setId(null);
      showToast({ message: t("done", { amount: formatMoney(paid.amount, format) }) });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => setId(null)}>{t("close")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={submit}>{pending ? t("saving") : t("save")}</Button>
    </>
  );
  return (
    <>
      <Button tone="primary" kbd="P" onClick={open}>{t("open")}</Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title", { name: customerName })} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          <DecimalInput name="amount" label={t("amount")} format={format} maxFraction={2} minFraction={2} value={amount} onValue={setAmount} error={errors.amount} autoFocus required />
          <Select name="method" label={t("method")} error={errors.method} options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))} />
          <TextInput name="notes" label={t("notes")} optional={t("optional")} maxLength={500} autoComplete="off" error={errors.notes} />
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}
