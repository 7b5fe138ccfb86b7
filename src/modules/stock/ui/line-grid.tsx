"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { Button } from "@/ui/button.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { StockLine } from "../queries/find-stock-lines.ts";
import { movementsHref } from "../rules/movements-href.ts";

export interface GridLine extends StockLine {
  /** As typed; null while there is none. */
  typed: Decimal | null;
}

interface LineGridProps {
  lines: readonly GridLine[];
  /** Where the numbers on hand are. */
  locationId: string;
  format: FormatStyle;
  caption: string;
  quantityHeader: string;
  /** What there will be afterwards; absent: no such column. */
  result?: { header: string; of: (line: GridLine) => Decimal | null };
  errors: Readonly<Record<string, string>>;
  onType: (productId: string, typed: Decimal | null) => void;
  onRemove: (productId: string) => void;
  /** Enter in a quantity: on to the next product. */
  onNext: () => void;
  onBarcode: (code: string) => void;
}

/** Name of the quantity field of a product, by which a line just added gets the focus. */
export const quantityId = (productId: string): string => `quantity-${productId}`;

/** Lines of a stock document: product, what is there, how much. The newest on top, under the entry. */
export function LineGrid({ lines, locationId, format, caption, quantityHeader, result, errors, onType, onRemove, onNext, onBarcode }: LineGridProps) {
  const t = useTranslations("stock");
  const after = (line: GridLine) => {
    const left = result?.of(line) ?? null;
    return left === null ? null : <span className={left.startsWith("-") ? "text-negative" : "font-medium"}>{formatQuantity(left, line.unit, format)}</span>;
  };
  // On a phone a number stands without its column: it says what it is.
  const named = (word: string) => <span className="sm:hidden">{word} </span>;
  const columns: Column<GridLine>[] = [
    { key: "product", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
    { key: "onHand", header: t("onHand"), cell: ({ productId, onHand, unit }) => <>{named(t("onHand"))}<TextLink plain newTab prefetch={false} href={movementsHref(productId, locationId)}>{formatQuantity(onHand, unit, format)}</TextLink></>, numeric: true, phone: "note" },
    {
      key: "quantity", header: quantityHeader, numeric: true, phone: "value",
      cell: (line) => {
        const i = lines.indexOf(line);
        return <div className="ml-auto w-28"><DecimalInput id={quantityId(line.productId)} name={`lines.${i}.quantity`} label={t("grid.quantityOf", { name: line.name })} labelHidden format={format} maxFraction={isFractional(line.unit) ? 3 : 0} value={line.typed} onValue={(typed) => onType(line.productId, typed)} onBarcode={onBarcode} error={errors[`lines.${i}.quantity`] ?? errors[`lines.${i}.countedQuantity`] ?? errors[`lines.${i}.productId`]} /></div>;
      },
    },
    ...(result ? [{ key: "result", header: result.header, cell: (line: GridLine) => (after(line) ? <>{named(result.header)}{after(line)}</> : null), numeric: true, phone: "below" as const }] : []),
    { key: "remove", header: t("grid.remove"), cell: ({ productId, name }) => <Button tone="quiet" size="sm" iconOnly aria-label={t("grid.removeOf", { name })} icon={<X aria-hidden size={16} />} onClick={() => onRemove(productId)} />, width: "3rem", phone: "corner" },
  ];
  return (
    <div onKeyDown={(event) => { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement) { event.preventDefault(); onNext(); } }}>
      <DataTable caption={caption} rows={lines} rowKey={({ productId }) => productId} columns={columns} />
    </div>
  );
}
