"use client";

import { useTranslations } from "next-intl";
import { big, compare, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import type { BillGoods } from "../queries/find-bill-goods.ts";
import { onLineEnter } from "./line-focus.ts";
import { RemoveLine } from "./remove-line.tsx";

export interface GoodsLine {
  key: number;
  goods: BillGoods;
  /** Null while what stands there is no number. */
  quantity: Decimal | null;
  /** Null: what is expected. */
  unitCost: Decimal | null;
}

interface GoodsGridProps {
  format: FormatStyle;
  caption: string;
  lines: readonly GoodsLine[];
  errors: Readonly<Record<string, string>>;
  /** What an empty cost means. */
  costHint: string;
  onChange: (key: number, change: Partial<Pick<GoodsLine, "quantity" | "unitCost">>) => void;
  onRemove: (key: number) => void;
}

/** Goods with how much of each and, where somebody knows better, what one costs. Packs are said beside the quantity. */
export function GoodsGrid({ format, caption, lines, errors, costHint, onChange, onRemove }: GoodsGridProps) {
  const t = useTranslations("purchases");
  const columns: Column<GoodsLine>[] = [
    {
      key: "product", header: t("columns.product"),
      cell: (line) => {
        const error = errors[`lines.${lines.indexOf(line)}.productId`];
        return (
          <>
            <span className="block min-w-40 leading-5 break-words">{line.goods.name}</span>
            <span className="block font-mono text-2xs leading-4 text-ink-3">{line.goods.sku}{packsOf(line.quantity, line.goods.packSize, format)}</span>
            {error ? <span className="block text-xs text-negative">{error}</span> : null}
          </>
        );
      },
    },
    { key: "quantity", header: t("columns.quantity"), numeric: true, phone: "line", cell: (line) => <div data-step className="ml-auto w-24"><DecimalInput id={`line-${line.key}-quantity`} name={`line-${line.key}-quantity`} label={`${t("columns.quantity")}: ${line.goods.name}`} labelHidden format={format} maxFraction={isFractional(line.goods.unit) ? 3 : 0} value={line.quantity} error={errors[`lines.${lines.indexOf(line)}.quantity`]} onValue={(value) => onChange(line.key, { quantity: value })} /></div> },
    { key: "unitCost", header: t("columns.unitCost"), numeric: true, phone: "line", cell: (line) => <div data-step className="ml-auto w-32"><DecimalInput id={`line-${line.key}-cost`} name={`line-${line.key}-cost`} label={`${t("columns.unitCost")}: ${line.goods.name}`} labelHidden format={format} placeholder={line.goods.cost === null ? undefined : formatPrice(line.goods.cost, format, { symbol: false })} value={line.unitCost} error={errors[`lines.${lines.indexOf(line)}.unitCost`]} onValue={(value) => onChange(line.key, { unitCost: value })} /></div> },
    { key: "remove", header: "", phone: "value", cell: ({ key, goods }) => <RemoveLine name={goods.name} onRemove={() => onRemove(key)} /> },
  ];
  return (
    <div>
      <DataTable caption={caption} rows={lines} rowKey={({ key }) => key} rowProps={{ "data-bill-line": true, onKeyDown: onLineEnter }} columns={columns} />
      <p className="pt-1 text-right text-xs text-ink-3">{costHint}</p>
    </div>
  );
}

/** " · 2 × 12" where a quantity makes packs. */
function packsOf(quantity: Decimal | null, packSize: Decimal, format: FormatStyle): string {
  if (quantity === null || compare(packSize, "1") <= 0) return "";
  return ` · ${formatNumber(trimZeros(fix(big(quantity).div(packSize), 2)), format)} × ${formatNumber(trimZeros(packSize), format)}`;
}
