"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { big, compare, fix, trimZeros, type Decimal } from "@/kernel/decimal.ts";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import type { BillGoods } from "../queries/find-bill-goods.ts";
import { focusPicker, onLineEnter } from "./line-focus.ts";

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
  return (
    <div>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>{t("columns.product")}</Th>
            <Th numeric>{t("columns.quantity")}</Th>
            <Th numeric>{t("columns.unitCost")}</Th>
            <Th><span className="sr-only">{t("form.remove", { name: "" })}</span></Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, goods, quantity, unitCost }, i) => (
            <tr key={key} data-bill-line onKeyDown={onLineEnter}>
              <Td>
                <span className="block min-w-40 leading-5 break-words">{goods.name}</span>
                <span className="block font-mono text-2xs leading-4 text-ink-3">{goods.sku}{packsOf(quantity, goods.packSize, format)}</span>
                {errors[`lines.${i}.productId`] ? <span className="block text-xs text-negative">{errors[`lines.${i}.productId`]}</span> : null}
              </Td>
              <Td numeric><div data-step className="ml-auto w-24"><DecimalInput id={`line-${key}-quantity`} name={`line-${key}-quantity`} label={`${t("columns.quantity")}: ${goods.name}`} labelHidden format={format} maxFraction={isFractional(goods.unit) ? 3 : 0} value={quantity} error={errors[`lines.${i}.quantity`]} onValue={(value) => onChange(key, { quantity: value })} /></div></Td>
              <Td numeric><div data-step className="ml-auto w-32"><DecimalInput id={`line-${key}-cost`} name={`line-${key}-cost`} label={`${t("columns.unitCost")}: ${goods.name}`} labelHidden format={format} placeholder={goods.cost === null ? undefined : formatPrice(goods.cost, format, { symbol: false })} value={unitCost} error={errors[`lines.${i}.unitCost`]} onValue={(value) => onChange(key, { unitCost: value })} /></div></Td>
              <Td><Button tone="quiet" size="sm" iconOnly aria-label={t("form.remove", { name: goods.name })} icon={<X aria-hidden size={16} />} onClick={() => { onRemove(key); focusPicker(); }} /></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="pt-1 text-right text-xs text-ink-3">{costHint}</p>
    </div>
  );
}

/** " · 2 × 12" where a quantity makes packs. */
function packsOf(quantity: Decimal | null, packSize: Decimal, format: FormatStyle): string {
  if (quantity === null || compare(packSize, "1") <= 0) return "";
  return ` · ${formatNumber(trimZeros(fix(big(quantity).div(packSize), 2)), format)} × ${formatNumber(trimZeros(packSize), format)}`;
}
