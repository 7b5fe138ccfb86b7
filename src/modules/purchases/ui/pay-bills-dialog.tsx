"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { compare, type Decimal } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { sumMoney } from "@/kernel/money.ts";
import { FormDialog } from "@/modules/tenancy/ui/form-dialog.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { paySupplierAction } from "../actions.ts";
import type { PaymentWay } from "../schema.ts";
import { PaymentFields } from "./payment-fields.tsx";

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
  const [amounts, setAmounts] = useState<Readonly<Record<string, Decimal | null>>>({});
  const offer = (): void => setAmounts(Object.fromEntries(bills.map((bill) => [bill.id, bill.isOffered || bills.length === 1 ? bill.due : null])));
  const allocations = bills.flatMap((bill) => {
    const amount = amounts[bill.id] ?? null;
    return amount === null || compare(amount, "0") <= 0 ? [] : [{ purchaseId: bill.id, amount }];
  });
  const total = sumMoney(allocations.map(({ amount }) => amount));
  const problemOf = (billId: string, errors: Readonly<Record<string, string>>): string | undefined => {
    const at = allocations.findIndex(({ purchaseId }) => purchaseId === billId);
    return at < 0 ? undefined : (errors[`allocations.${at}.amount`] ?? errors[`allocations.${at}.purchaseId`]);
  };
  return (
    <FormDialog
      words={{ open: tCalendar("pay"), title: t("title", { name: supplierName }), close: t("close"), save: tCalendar("payTotal", { amount: formatMoney(total, format) }), saving: t("saving") }}
      opener={{ tone: "secondary", size: "sm", label: t("title", { name: supplierName }) }}
      onOpen={offer}
      send={(field, id) => paySupplierAction(tenantSlug, { id, supplierId, amount: total, method: field("method") as PaymentWay, date: field("date"), notes: field("notes"), allocations })}
      done={(paid) => t("done", { amount: formatMoney(paid.amount, format) })}
      unshown="amount"
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{tCalendar("payHint")}</p>
          {bills.map((bill, i) => (
            <DecimalInput
              key={bill.id} name={`bill-${bill.id}`} label={tCalendar("bill", { number: bill.number, date: formatDate(bill.dueDate, format), due: formatMoney(bill.due, format) })}
              format={format} maxFraction={2} minFraction={2} value={amounts[bill.id] ?? null} error={problemOf(bill.id, errors)} autoFocus={i === 0} onValue={(amount) => setAmounts({ ...amounts, [bill.id]: amount })}
            />
          ))}
          <PaymentFields today={today} errors={errors} />
        </>
      )}
    </FormDialog>
  );
}
