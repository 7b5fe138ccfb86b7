"use client";

import { useTranslations } from "next-intl";
import { big, fix, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import type { ComposedBill } from "../rules/compose-bill.ts";

/** What the lines come to, and how far that is from the paper. */
export function BillTotals({ bill, paperTotal, format }: { bill: ComposedBill; paperTotal: Decimal | null; format: FormatStyle }) {
  const t = useTranslations("purchases");
  const rows = [
    { key: "subtotal", label: t("form.subtotal"), value: bill.subtotal },
    ...(big(bill.freight).eq(0) ? [] : [{ key: "freight", label: t("one.freight"), value: bill.freight }]),
    ...bill.taxes.map(({ taxRate, tax }) => ({ key: taxRate, label: t("one.vat", { rate: formatNumber(trimZeros(taxRate), format) }), value: tax })),
    ...(big(bill.otherTaxes).eq(0) ? [] : [{ key: "other", label: t("one.otherTaxes"), value: bill.otherTaxes }]),
  ];
  const difference = paperTotal === null ? null : fix(big(paperTotal).minus(bill.total), 2);
  return (
    <div className="flex flex-col gap-1">
      <dl className="flex flex-col gap-1">
        {rows.map(({ key, label, value }) => <div key={key} className="flex justify-between gap-6"><dt className="text-ink-2">{label}</dt><dd className="num">{formatMoney(value, format, { symbol: false })}</dd></div>)}
        <div className="ledger-rule flex justify-between gap-6 pt-2"><dt className="font-semibold">{t("form.total")}</dt><dd className="num text-lg font-semibold">{formatMoney(bill.total, format)}</dd></div>
      </dl>
      <p role="status" className={difference === null ? "hidden" : difference === "0.00" ? "text-positive" : "text-negative"}>
        {difference === null ? "" : difference === "0.00" ? t("form.match") : t("form.differs", { amount: formatMoney(difference, format) })}
      </p>
    </div>
  );
}
