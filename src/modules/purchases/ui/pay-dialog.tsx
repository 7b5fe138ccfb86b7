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
import { paySupplierAction } from "../actions.ts";
import { PAYMENT_WAYS, type PaymentWay } from "../schema.ts";

interface PayDialogProps {
  tenantSlug: string;
  format: FormatStyle;
  supplierId: string;
  supplierName: string;
  /** What there is to pay: offered, not demanded. */
  due: Decimal;
  /** The one bill that is paid; null: the oldest due first. */
  purchaseId: string | null;
  today: string;
}

/** A payment to a supplier. The way stays chosen for the next one. */
export function PayDialog({ tenantSlug, format, supplierId, supplierName, due, purchaseId, today }: PayDialogProps) {
  const t = useTranslations("purchases.pay");
  const tOne = useTranslations("purchases.one");
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
  useKeys([{ keys: "p", label: tOne("pay"), run: open }]);
  const submit = (): void => {
    const given = new FormData(form.current!);
    const text = (name: string): string => String(given.get(name) ?? "");
    const allocations = purchaseId === null || amount === null ? {} : { allocations: [{ purchaseId, amount }] };
    save(() => paySupplierAction(tenantSlug, { id, supplierId, amount: amount ?? "", method: text("method") as PaymentWay, date: text("date"), notes: text("notes"), ...allocations }), (paid) => {
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
      <Button tone="primary" kbd="P" onClick={open}>{tOne("pay")}</Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title", { name: supplierName })} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ? <Banner tone="negative" live>{sentence}</Banner> : null}
          <DecimalInput name="amount" label={t("amount")} format={format} maxFraction={2} minFraction={2} value={amount} onValue={setAmount} error={errors.amount ?? errors["allocations.0.amount"] ?? errors["allocations.0.purchaseId"]} hint={purchaseId === null ? t("hint") : undefined} autoFocus required />
          <Select name="method" label={t("method")} error={errors.method} options={PAYMENT_WAYS.map((value) => ({ value, label: t(`methods.${value}`) }))} />
          <TextInput name="date" type="date" label={t("date")} defaultValue={today} error={errors.date} />
          <TextInput name="notes" label={t("notes")} optional={t("optional")} maxLength={500} autoComplete="off" error={errors.notes} />
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}
