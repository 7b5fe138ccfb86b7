import { getTranslations } from "next-intl/server";
import { compare, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import type { ValuationRow } from "../queries/value-stock.ts";
import { movementsHref } from "../rules/movements-href.ts";

interface ValuationTableProps {
  rows: readonly ValuationRow[];
  by: "product" | "category" | "location";
  /** The question as the address has it. */
  kept: Readonly<Record<string, string>>;
  format: FormatStyle;
}

/** What goods are worth, three costs beside each other. A product leads to the movements that made its number, a group to its products. */
export async function ValuationTable({ rows, by, kept, format }: ValuationTableProps) {
  const t = await getTranslations("stock");
  const into = ({ id }: ValuationRow): string => {
    if (by === "product") return movementsHref(id!, kept["locationId"], kept["asOf"]);
    const narrowed: Record<string, string> = by === "category" ? { categoryId: id ?? "none" } : id === null ? {} : { locationId: id };
    // What is on the way is told by the transfers.
    return by === "location" && id === null ? "/stock/transfers?status=in_transit" : `/stock/valuation?${new URLSearchParams({ ...kept, ...narrowed })}`;
  };
  const money = (value: Decimal) => <span className={compare(value, "0") < 0 ? "text-negative" : undefined}>{formatMoney(value, format, { symbol: false })}</span>;
  const amount: Column<ValuationRow> = by === "product"
    ? { key: "quantity", header: t("onHand"), cell: ({ quantity, unit }) => (quantity === null ? "" : formatQuantity(quantity, unit ?? "u", format)), numeric: true, phone: "note" }
    : { key: "products", header: t("valuation.products"), cell: ({ products }) => products, numeric: true, phone: "note" };
  return (
    <DataTable
      caption={t("tabs.valuation")}
      rows={rows}
      rowKey={({ id }) => id ?? "none"}
      rowHref={into}
      columns={[
        { key: "name", header: by === "product" ? t("columns.product") : by === "category" ? t("valuation.category") : t("location"), cell: ({ name }) => <span className="break-words">{name ?? t(by === "category" ? "valuation.noCategory" : "valuation.onTheWay")}</span>, phone: "title" },
        ...(by === "product" ? [{ key: "sku", header: t("columns.sku"), cell: ({ sku }: ValuationRow) => <span className="font-mono text-sm text-ink-2">{sku}</span>, phone: "detail" as const }] : []),
        amount,
        { key: "average", header: t("valuation.average"), cell: ({ average }) => money(average), numeric: true, phone: "value" },
        { key: "last", header: t("valuation.last"), cell: ({ last }) => money(last), numeric: true },
        { key: "replacement", header: t("valuation.replacement"), cell: ({ replacement }) => money(replacement), numeric: true },
      ]}
    />
  );
}
