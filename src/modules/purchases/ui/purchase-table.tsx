import { useTranslations } from "next-intl";
import { big } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable } from "@/ui/data-table.tsx";
import type { PurchaseRowView } from "../queries/purchase-view.ts";
import { PurchaseState } from "./purchase-state.tsx";

/** Bills, one line each. */
export function PurchaseTable({ purchases, format, today }: { purchases: readonly PurchaseRowView[]; format: FormatStyle; today: string }) {
  const t = useTranslations("purchases");
  return (
    <DataTable
      caption={t("title")}
      rows={purchases}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/purchases/${id}`}
      columns={[
        { key: "supplier", header: t("columns.supplier"), cell: ({ supplierName }) => <span className="break-words">{supplierName}</span>, phone: "title" },
        { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="font-mono text-sm">{number}</span>, phone: "detail" },
        { key: "date", header: t("columns.date"), cell: ({ date }) => <span className="num">{formatDate(date, format)}</span> },
        { key: "dueDate", header: t("columns.dueDate"), cell: ({ dueDate }) => <span className="num">{formatDate(dueDate, format)}</span> },
        { key: "state", header: t("columns.state"), cell: (purchase) => <PurchaseState purchase={purchase} today={today} />, phone: "note" },
        { key: "total", header: t("columns.total"), cell: ({ total }) => formatMoney(total, format, { symbol: false }), numeric: true, phone: "value" },
        { key: "due", header: t("columns.due"), cell: ({ due }) => (big(due).eq(0) ? "" : formatMoney(due, format, { symbol: false })), numeric: true },
      ]}
    />
  );
}
