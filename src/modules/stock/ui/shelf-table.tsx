import { getTranslations } from "next-intl/server";
import { big, compare, fix, isZero, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { RATE_DAYS, type StockRow } from "../queries/list-stock.ts";
import { movementsHref } from "../rules/movements-href.ts";

interface ShelfTableProps {
  rows: readonly StockRow[];
  locationId: string | undefined;
  /** The day gone by that was asked for: nothing is known of it but what was there. */
  asOf: string | undefined;
  /** With the pace at which it sells. */
  isPaced: boolean;
  format: FormatStyle;
}

/** Whole days that it lasts at its pace; what is gone lasts none. */
function daysLeft(onHand: Decimal, soldLately: Decimal | null): string {
  const days = big(onHand).times(RATE_DAYS).div(soldLately ?? "1").round(0, 0);
  return days.lt(0) ? "0" : days.toFixed(0);
}

/** What is there, product by product; a row leads to the movements that made its number. */
export async function ShelfTable({ rows, locationId, asOf, isPaced, format }: ShelfTableProps) {
  const t = await getTranslations("stock");
  const bound = (value: string | null, unit: string) => (value === null ? "" : formatQuantity(value, unit, format));
  const now: Column<StockRow>[] = [
    ...(isPaced
      ? [
          { key: "sold", header: t("columns.soldPerDay"), cell: ({ soldLately }: StockRow) => formatNumber(fix(big(soldLately ?? "0").div(RATE_DAYS), 1), format), numeric: true },
          { key: "days", header: t("columns.daysLeft"), cell: ({ onHand, soldLately }: StockRow) => daysLeft(onHand, soldLately), numeric: true, phone: "note" as const },
        ]
      : []),
    { key: "reserved", header: t("reserved"), cell: ({ reserved, unit }) => formatQuantity(reserved, unit, format), numeric: true },
    { key: "available", header: t("available"), cell: ({ available, unit }) => formatQuantity(available, unit, format), numeric: true },
    // Beside what may be sold: what is on its way and shows up by itself.
    ...(rows.some(({ inTransit }) => !isZero(inTransit)) ? [{ key: "inTransit", header: t("inTransit"), cell: ({ inTransit, unit }: StockRow) => (isZero(inTransit) ? "" : <><span className="sm:hidden">{t("inTransit")} </span>{formatQuantity(inTransit, unit, format)}</>), numeric: true, phone: "below" as const }] : []),
    { key: "min", header: t("columns.min"), cell: ({ minStock, unit }) => bound(minStock, unit), numeric: true, ...(isPaced ? {} : { phone: "note" as const }) },
    { key: "max", header: t("columns.max"), cell: ({ maxStock, unit }) => bound(maxStock, unit), numeric: true },
  ];
  return (
    <DataTable
      caption={t("page")}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => movementsHref(id, locationId, asOf)}
      columns={[
        { key: "name", header: t("columns.product"), cell: ({ name }) => <span className="break-words">{name}</span>, phone: "title" },
        { key: "sku", header: t("columns.sku"), cell: ({ sku }) => <span className="font-mono text-sm text-ink-2">{sku}</span>, phone: "detail" },
        { key: "onHand", header: t("onHand"), cell: ({ onHand, unit, minStock }) => <span className={compare(onHand, "0") < 0 ? "font-medium text-negative" : minStock !== null && compare(onHand, minStock) < 0 ? "font-medium text-warning" : "font-medium"}>{formatQuantity(onHand, unit, format)}</span>, numeric: true, phone: "value" },
        ...(asOf === undefined ? now : []),
      ]}
    />
  );
}
