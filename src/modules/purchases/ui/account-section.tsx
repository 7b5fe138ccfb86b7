import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDate } from "@/kernel/format-date.ts";
import { big, fix } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { cancelPaymentAction } from "../actions.ts";
import type { AccountEntryView, SupplierAccountView } from "../queries/supplier-account.ts";
import { PAYMENT_WAYS } from "../schema.ts";
import { PayDialog } from "./pay-dialog.tsx";

interface AccountSectionProps {
  tenantSlug: string;
  format: FormatStyle;
  supplier: { id: string; name: string };
  account: SupplierAccountView;
  today: string;
  mayPay: boolean;
  /** The entries are those of a period. */
  isPeriod: boolean;
  /** Chooses the period and makes its paper. */
  children: ReactNode;
}

/** What is owed to a supplier, and every entry that made it. */
export function AccountSection({ tenantSlug, format, supplier, account, today, mayPay, isPeriod, children }: AccountSectionProps) {
  const t = useTranslations("purchases.account");
  const tPay = useTranslations("purchases.pay");
  const isAhead = big(account.balance).lt(0);
  const named = ({ kind, reference }: AccountEntryView): string => {
    const way = PAYMENT_WAYS.find((one) => one === reference);
    return t(`kinds.${kind}`, { reference: way && kind.startsWith("payment") ? tPay(`methods.${way}`).toLowerCase() : reference });
  };
  const paper = (entry: AccountEntryView): ReactNode => {
    const page = entry.kind.startsWith("bill") ? "/purchases" : entry.kind.startsWith("credit_note") ? "/purchases/credit-notes" : null;
    return page === null ? named(entry) : <TextLink href={`${page}/${entry.sourceId}`}>{named(entry)}</TextLink>;
  };
  const cancelWords = { open: t("cancel"), title: t("cancelTitle"), text: t("cancelText"), reason: t("reason"), confirm: t("confirm"), keep: t("keep"), done: t("done") };
  const columns = [
    { key: "date", header: t("date"), cell: ({ date }: AccountEntryView) => <span className="num">{formatDate(date, format)}</span>, width: "8rem", phone: "detail" as const },
    { key: "entry", header: t("entry"), cell: (entry: AccountEntryView) => <span className={entry.isCancelled ? "text-ink-3 line-through" : ""}>{paper(entry)}</span>, phone: "title" as const },
    { key: "due", header: t("due"), cell: ({ dueDate, isCancelled }: AccountEntryView) => (dueDate === null || isCancelled ? null : <span className="num"><span className="sm:hidden">{t("due")} </span>{formatDate(dueDate, format)}</span>), width: "8rem", phone: "below" as const },
    { key: "amount", header: t("amount"), cell: ({ amount }: AccountEntryView) => formatMoney(amount, format, { symbol: false }), numeric: true, phone: "value" as const },
    { key: "left", header: t("left"), cell: ({ balance }: AccountEntryView) => formatMoney(balance, format, { symbol: false }), numeric: true, phone: "note" as const },
    ...(mayPay ? [{ key: "cancel", header: "", cell: ({ kind, isCancelled, sourceId }: AccountEntryView) => (kind === "payment" && !isCancelled ? <ReasonDialog tenantSlug={tenantSlug} id={sourceId} words={cancelWords} action={cancelPaymentAction} /> : null), width: "6rem", phone: "corner" as const }] : []),
  ];
  return (
    <section className="flex flex-col gap-4" aria-labelledby="supplier-account">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="supplier-account" className="wide text-md font-semibold">{t("title")}</h2>
        {mayPay ? <PayDialog tenantSlug={tenantSlug} format={format} supplierId={supplier.id} supplierName={supplier.name} due={isAhead ? "0.00" : account.balance} purchaseId={null} today={today} /> : null}
      </div>
      <DescriptionList
        items={[
          { term: isAhead ? t("ahead") : t("balance"), detail: formatMoney(fix(big(account.balance).abs(), 2), format) },
          ...(big(account.overdue).gt(0) ? [{ term: t("overdue"), detail: <span className="text-negative">{formatMoney(account.overdue, format)}</span> }] : []),
        ]}
      />
      {children}
      {account.items.length === 0 ? <p className="text-ink-2">{t(isPeriod ? "emptyPeriod" : "empty")}</p> : <DataTable caption={t("title")} rows={account.items} rowKey={({ id }) => id} columns={columns} />}
    </section>
  );
}
