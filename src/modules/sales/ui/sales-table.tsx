import { getTranslations } from "next-intl/server";
import { formatMoney } from "@/kernel/format.ts";
import { formatDate, formatTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { SaleState } from "./sale-state.tsx";
import type { SaleRowView } from "../queries/list-sales.ts";

type Method = "cash" | "debit" | "credit" | "transfer" | "wallet" | "account" | "store_credit";

export async function SalesTable({ sales, format }: { sales: readonly SaleRowView[]; format: FormatStyle }) {
  const t = await getTranslations("sales");
  const methods = (sale: SaleRowView) => sale.methods.map((method) => t(`methods.${method as Method}`)).join(" + ");
  return (
    <DataTable
      caption={t("title")}
      rows={sales}
      rowKey={(sale) => sale.id}
      rowHref={(sale) => `/sales/${sale.id}`}
      columns={[
        { key: "number", header: t("columns.number"), cell: (sale) => <span className="num">{sale.number}</span>, width: "6rem", phone: "title" },
        { key: "at", header: t("columns.at"), cell: (sale) => <span className="num">{`${formatDate(sale.soldAt, format)} ${formatTime(sale.soldAt, format)}`}</span>, phone: "detail" },
        { key: "customer", header: t("columns.customer"), cell: (sale) => sale.customerName },
        { key: "member", header: t("columns.member"), cell: (sale) => sale.memberName },
        { key: "lines", header: t("columns.lines"), cell: (sale) => sale.lineCount, numeric: true },
        { key: "method", header: t("columns.method"), cell: methods, phone: "note" },
        { key: "status", header: t("columns.status"), cell: (sale) => <SaleState status={sale.status} /> },
        { key: "total", header: t("columns.total"), cell: (sale) => formatMoney(sale.total, format), numeric: true, phone: "value" },
      ]}
    />
  );
}
