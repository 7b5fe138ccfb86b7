import { getTranslations } from "next-intl/server";
import { formatPercent, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { sayReason } from "@/messages/say-reason.ts";
import { DataTable } from "@/ui/data-table.tsx";
import type { ListDifference } from "../queries/list-differences.ts";

interface DifferenceTableProps {
  items: readonly ListDifference[];
  /** Of the list prices. */
  currency: string;
  format: FormatStyle;
}

/** What a supplier's list changes, old beside new, the biggest jumps first. */
export async function DifferenceTable({ items, currency, format }: DifferenceTableProps) {
  const [t, tAll] = await Promise.all([getTranslations("imports.list"), getTranslations("imports")]);
  const price = (value: string | null, of = format.currency) => (value === null ? "" : formatPrice(value, format, of === format.currency ? { symbol: false } : { currency: of }));
  const pair = (from: string | null, to: string | null, of?: string) => (
    <>
      <span className="block leading-5">{price(to, of)}</span>
      {from === null ? null : <span className="block text-2xs leading-4 font-normal text-ink-3">{t("before", { value: price(from, of) })}</span>}
    </>
  );
  return (
    <DataTable
      caption={t("differences")}
      rows={items}
      rowKey={({ row }) => row}
      columns={[
        {
          key: "product", header: t("product"), phone: "title",
          cell: ({ name, sku, code, listedName, reasons }) => (
            <>
              <span className="block leading-5 break-words">{name}</span>
              <span className="block text-2xs leading-4 font-normal break-words text-ink-3"><span className="font-mono">{code ?? sku}</span>{listedName === null ? "" : ` · ${listedName}`}</span>
              {reasons.filter(({ severity }) => severity !== "note").map((reason) => <span key={reason.code} className="block text-2xs leading-4 text-warning">{sayReason(tAll, reason)}</span>)}
            </>
          ),
        },
        { key: "list", header: t("listPrice"), cell: ({ listFrom, listTo }) => pair(listFrom, listTo, currency), numeric: true, width: "9rem" },
        { key: "jump", header: t("jump"), cell: ({ jump }) => <Jump percent={jump} format={format} />, numeric: true, width: "6rem", phone: "note" },
        { key: "cost", header: t("cost"), cell: ({ costFrom, costTo }) => pair(costFrom, costTo), numeric: true, width: "9rem", phone: "value" },
        { key: "price", header: t("price"), cell: ({ salePrice }) => price(salePrice), numeric: true, width: "8rem" },
        { key: "margin", header: t("margin"), cell: ({ margin }) => (margin === null ? "" : <span className={margin.startsWith("-") ? "text-negative" : undefined}><span className="sm:hidden">{t("margin")} </span>{formatPercent(margin, format)}</span>), numeric: true, width: "6rem", phone: "detail" },
      ]}
    />
  );
}

/** The sign says it as well as the colour; here a rise is the bad news. */
function Jump({ percent, format }: { percent: string | null; format: FormatStyle }) {
  if (percent === null || /^-?0(\.0)?$/.test(percent)) return null;
  const falls = percent.startsWith("-");
  return <span className={falls ? "text-positive" : "text-negative"}>{falls ? "▼" : "▲"} {formatPercent(percent.replace("-", ""), format)}</span>;
}
