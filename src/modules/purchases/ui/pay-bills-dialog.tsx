"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { compare, type Decimal } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { sumMoney } from "@/kernel/money.ts";
import { useSave } from "@/modules/tenancy/ui/use-save.ts";
import { Banner } from "@/ui/banner.tsx";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { paySupplierAction } from "../actions.ts";
import { PAYMENT_WAYS, type PaymentWay } from "../schema.ts";

interface OpenBill {
  id: string;
  number: string;
  dueDate: string;
  due: Decimal;
  /** Offered to be paid: due until the end of this week. */
  isOffered: boolean;
}

interface PayBillsProps {
  tenantSlug: string;
  format: FormatStyle;
  supplierId: string;
  supplierName: string;
  /** The soonest due first. */
  bills: readonly OpenBill[];
  today: string;
}

/** One payment for several bills of a supplier, whole or in part: an amount beside each, nothing where it waits. */
export function PayBills({ tenantSlug, format, supplierId, supplierName, bills, today }: PayBillsProps) {
  const t = useTranslations("purchases.pay");
  const tCalendar = useTranslations("purchases.calendar");
  const router = useRouter();
  // Made when the dialog opens: sent twice, it is one payment.
  const [id, setId] = useState<string | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<string, Decimal | null>>>({});
  const form = useRef<HTMLFormElement>(null);
  const { save, pending, errors, sentence } = useSave();
  const open = (): void => {
    setAmounts(Object.fromEntries(bills.map((bill) => [bill.id, bill.isOffered || bills.length === 1 ? bill.due : null])));
    setId(newId());
  };
  const allocations = bills.flatMap((bill) => {
    const amount = amounts[bill.id] ?? null;
    return amount === null || compare(amount, "0") <= 0 ? [] : [{ purchaseId: bill.id, amount }];
  });
  const total = sumMoney(allocations.map(({ amount }) => amount));
  const problemOf = (billId: string): string | undefined => {
    const at = allocations.findIndex(({ purchaseId }) => purchaseId === billId);
    return at < 0 ? undefined : (errors[`allocations.${at}.amount`] ?? errors[`allocations.${at}.purchaseId`]);
  };
  const submit = (): void => {
    const given = new FormData(form.current!);
    const text = (name: string): string => String(given.get(name) ?? "");
    save(() => paySupplierAction(tenantSlug, { id, supplierId, amount: total, method: text("method") as PaymentWay, date: text("date"), notes: text("notes"), allocations }), (paid) => {
      setId(null);
      showToast({ message: t("done", { amount: formatMoney(paid.amount, format) }) });
      router.refresh();
    });
  };
  const footer = (
    <>
      <Button onClick={() => setId(null)}>{t("close")}</Button>
      <Button tone="primary" aria-busy={pending || undefined} onClick={submit}>{pending ? t("saving") : tCalendar("payTotal", { amount: formatMoney(total, format) })}</Button>
    </>
  );
  return (
    <>
      <Button size="sm" aria-label={t("title", { name: supplierName })} onClick={open}>{tCalendar("pay")}</Button>
      <Dialog open={id !== null} onClose={() => setId(null)} title={t("title", { name: supplierName })} footer={footer}>
        <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
          {sentence ?? errors.amount ? <Banner tone="negative" live>{sentence ?? errors.amount}</Banner> : null}
          <p className="text-sm text-ink-2">{tCalendar("payHint")}</p>
          {bills.map((bill, i) => (
            <DecimalInput
              key={bill.id} name={`bill-${bill.id}`} label={tCalendar("bill", { number: bill.number, date: formatDate(bill.dueDate, format), due: formatMoney(bill.due, format) })}
              format={format} maxFraction={2} minFraction={2} value={amounts[bill.id] ?? null} error={problemOf(bill.id)} autoFocus={i === 0} onValue={(amount) => setAmounts({ ...amounts, [bill.id]: amount })}
            />
          ))}
          <Select name="method" label={t("method")} error={errors.method} options={PAYMENT_WAYS.map((value) => ({ value, label: t(`methods.${value}`) }))} />
          <TextInput name="date" type="date" label={t("date")} defaultValue={today} error={errors.date} />
          <TextInput name="notes" label={t("notes")} optional={t("optional")} maxLength={500} autoComplete="off" error={errors.notes} />
          <button type="submit" hidden />
        </form>
      </Dialog>
    </>
  );
}
