import { useTranslations } from "next-intl";
import { isZero, type Decimal } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { sumMoney } from "@/kernel/money.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { PurchaseRowView } from "../queries/purchase-view.ts";
import { DUE_WHEN, groupDues, whenDue, type SupplierDues } from "../rules/group-dues.ts";
import { PayBills } from "./pay-bills-dialog.tsx";

interface DueCalendarProps {
  tenantSlug: string;
  format: FormatStyle;
  /** Of which something is owed, the soonest due first. */
  bills: readonly PurchaseRowView[];
  today: string;
  mayPay: boolean;
}

/** What is owed and when: by supplier with the way to pay, then day by day. */
export function DueCalendar({ tenantSlug, format, bills, today, mayPay }: DueCalendarProps) {
  const t = useTranslations("purchases.calendar");
  const tColumns = useTranslations("purchases.columns");
  const money = (value: Decimal): string => (isZero(value) ? "" : formatMoney(value, format, { symbol: false }));
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: "long", timeZone: "UTC" });
  const dayOf = (date: string): string => `${weekday.format(new Date(`${date}T00:00:00Z`))} ${formatDate(date, format)}`;
  const pay = ({ supplierId, supplierName, bills: own }: SupplierDues<PurchaseRowView>) => (
    <PayBills tenantSlug={tenantSlug} format={format} supplierId={supplierId} supplierName={supplierName} today={today} bills={own.map(({ id, number, dueDate, due }) => ({ id, number, dueDate, due, isOffered: ["overdue", "week"].includes(whenDue(dueDate, today)) }))} />
  );
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="dues-by-supplier" className="flex flex-col gap-3">
        <h2 id="dues-by-supplier" className="wide text-md font-semibold">{t("bySupplier")}</h2>
        <DataTable
          caption={t("bySupplier")}
          rows={groupDues(bills, today)}
          rowKey={({ supplierId }) => supplierId}
          columns={[
            { key: "supplier", header: tColumns("supplier"), cell: ({ supplierId, supplierName }) => <TextLink href={`/suppliers/${supplierId}/account`}>{supplierName}</TextLink>, phone: "title" },
            ...DUE_WHEN.map((when) => ({ key: when, header: t(`when.${when}`), cell: ({ sums }: SupplierDues<PurchaseRowView>) => <span className={when === "overdue" ? "text-negative" : undefined}>{money(sums[when])}</span>, numeric: true })),
            { key: "total", header: tColumns("due"), cell: ({ total }) => <span className="font-medium">{formatMoney(total, format, { symbol: false })}</span>, numeric: true, phone: "value" as const },
            ...(mayPay ? [{ key: "pay", header: "", cell: pay, width: "6rem", phone: "note" as const }] : []),
          ]}
        />
      </section>
      {DUE_WHEN.map((when) => {
        const own = bills.filter(({ dueDate }) => whenDue(dueDate, today) === when);
        return own.length === 0 ? null : (
          <section key={when} aria-labelledby={`dues-${when}`} className="flex flex-col gap-3">
            <h2 id={`dues-${when}`} className="wide flex justify-between gap-4 text-md font-semibold"><span className={when === "overdue" ? "text-negative" : undefined}>{t(`when.${when}`)}</span><span className="num">{formatMoney(sumMoney(own.map(({ due }) => due)), format)}</span></h2>
            <DataTable
              caption={t(`when.${when}`)}
              rows={own}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/purchases/${id}`}
              columns={[
                { key: "day", header: tColumns("dueDate"), cell: ({ dueDate }) => dayOf(dueDate), width: "14rem", phone: "detail" },
                { key: "supplier", header: tColumns("supplier"), cell: ({ supplierName }) => supplierName, phone: "title" },
                { key: "number", header: tColumns("number"), cell: ({ number }) => <span className="font-mono text-sm">{number}</span>, phone: "note" },
                { key: "due", header: tColumns("due"), cell: ({ due }) => formatMoney(due, format, { symbol: false }), numeric: true, phone: "value" },
              ]}
            />
          </section>
        );
      })}
    </div>
  );
}
