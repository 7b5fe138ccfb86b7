"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatPercent, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import type { SimulatedPrice } from "../queries/simulate-prices.ts";

interface SimulationTableProps {
  items: readonly SimulatedPrice[];
  format: FormatStyle;
  seesCost: boolean;
  onExclude: (productId: string) => void;
}

/** ▲ 12,5 %: the sign says it as well as the colour. */
export function Jump({ percent, format }: { percent: string | null; format: FormatStyle }) {
  if (percent === null) return null;
  const falls = percent.startsWith("-");
  return <span className={falls ? "text-negative" : "text-positive"}>{falls ? "▼" : "▲"} {formatPercent(percent.replace("-", ""), format)}</span>;
}

/** What each price would be, the ones that matter most first. */
export function SimulationTable({ items, format, seesCost, onExclude }: SimulationTableProps) {
  const t = useTranslations("prices.sim");
  const price = (value: string | null): string => (value === null ? "" : formatPrice(value, format, { symbol: false }));
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={({ productId }) => productId}
      columns={[
        { key: "name", header: t("product"), cell: ({ name, sku, held }) => <><span className="block leading-5 break-words">{name} {held ? <Badge tone="warning">{t("heldBadge")}</Badge> : null}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
        { key: "from", header: t("from"), cell: ({ from }) => <span className="text-ink-2">{price(from)}</span>, numeric: true },
        { key: "to", header: t("to"), cell: ({ to, held }) => <span className={held ? "text-ink-3 line-through" : "font-medium"}>{price(to)}</span>, numeric: true, phone: "value" },
        { key: "jump", header: t("jump"), cell: ({ jump }) => <Jump percent={jump} format={format} />, numeric: true, phone: "note" },
        ...(seesCost
          ? [
              { key: "cost", header: t("cost"), cell: ({ cost }: SimulatedPrice) => <span className="text-ink-2">{price(cost ?? null)}</span>, numeric: true },
              { key: "margin", header: t("margin"), cell: ({ margin }: SimulatedPrice) => (margin == null ? "" : <span className={margin.startsWith("-") ? "text-negative" : undefined}>{formatPercent(margin, format)}</span>), numeric: true },
            ]
          : []),
        { key: "exclude", header: "", cell: ({ productId, name }) => <Button tone="quiet" size="sm" iconOnly aria-label={t("exclude", { name })} icon={<X aria-hidden size={16} />} onClick={() => onExclude(productId)} />, width: "3rem" },
      ]}
    />
  );
}
