"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatPercent, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import type { SimulatedPrice } from "../queries/simulate-prices.ts";
import { TypedPrice } from "./typed-price.tsx";

interface SimulationTableProps {
  items: readonly SimulatedPrice[];
  format: FormatStyle;
  seesCost: boolean;
  onExclude: (productId: string) => void;
  onPrice: (productId: string, price: Decimal) => void;
}

/** ▲ 12,5 %: the sign says it as well as the colour. */
export function Jump({ percent, format }: { percent: string | null; format: FormatStyle }) {
  if (percent === null) return null;
  const falls = percent.startsWith("-");
  return <span className={falls ? "text-negative" : "text-positive"}>{falls ? "▼" : "▲"} {formatPercent(percent.replace("-", ""), format)}</span>;
}

/** What each price would be, the ones that matter most first. One can be left out, or typed by hand. */
export function SimulationTable({ items, format, seesCost, onExclude, onPrice }: SimulationTableProps) {
  const t = useTranslations("prices.sim");
  const price = (value: string | null): string => (value === null ? "" : formatPrice(value, format, { symbol: false }));
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={({ productId }) => productId}
      columns={[
        { key: "name", header: t("product"), cell: ({ name, sku, held }) => <><span className="block leading-5 break-words">{name} {held ? <Badge tone="warning">{t("heldBadge")}</Badge> : null}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "title" },
        { key: "from", header: t("from"), cell: ({ from }) => <span className="text-ink-2">{price(from)}</span>, numeric: true, phone: "detail" },
        { key: "to", header: t("to"), cell: ({ productId, name, to, held }) => <TypedPrice productId={productId} name={name} price={to} held={held} format={format} onPrice={(typed) => onPrice(productId, typed)} />, numeric: true, phone: "value" },
        { key: "jump", header: t("jump"), cell: ({ jump }) => <Jump percent={jump} format={format} />, numeric: true, phone: "note" },
        ...(seesCost
          ? [
              {
                key: "margin", header: t("margin"), numeric: true, phone: "below" as const,
                cell: ({ margin, cost }: SimulatedPrice) => (margin == null ? "" : (
                  <>
                    <span className={`block leading-5 max-sm:inline ${margin.startsWith("-") ? "text-negative" : ""}`}><span className="sm:sr-only">{t("margin")} </span>{formatPercent(margin, format)}</span>{" "}
                    <span className="block text-2xs leading-4 text-ink-3 max-sm:inline">{t("ofCost", { cost: price(cost ?? null) })}</span>
                  </>
                )),
              },
            ]
          : []),
        { key: "exclude", header: "", cell: ({ productId, name }) => <Button tone="quiet" size="sm" iconOnly aria-label={t("exclude", { name })} icon={<X aria-hidden size={16} />} onClick={() => onExclude(productId)} />, phone: "corner", width: "3rem" },
      ]}
    />
  );
}
