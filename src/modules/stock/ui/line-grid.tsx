"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Decimal } from "@/kernel/decimal.ts";
import { formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { isFractional } from "@/modules/catalogue/rules/units.ts";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
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
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{t("columns.product")}</Th>
          <Th numeric>{t("onHand")}</Th>
          <Th numeric>{quantityHeader}</Th>
          {result ? <Th numeric>{result.header}</Th> : null}
          <Th><span className="sr-only">{t("grid.remove")}</span></Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => {
          const after = result?.of(line) ?? null;
          return (
            <tr key={line.productId} onKeyDown={(event) => { if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target instanceof HTMLInputElement) { event.preventDefault(); onNext(); } }}>
              <Td><span className="block leading-5 break-words">{line.name}</span><span className="block font-mono text-2xs leading-4 text-ink-3">{line.sku}</span></Td>
              <Td numeric><TextLink plain newTab prefetch={false} href={movementsHref(line.productId, locationId)}>{formatQuantity(line.onHand, line.unit, format)}</TextLink></Td>
              <Td numeric>
                <div className="ml-auto w-28"><DecimalInput id={quantityId(line.productId)} name={`lines.${i}.quantity`} label={t("grid.quantityOf", { name: line.name })} labelHidden format={format} maxFraction={isFractional(line.unit) ? 3 : 0} value={line.typed} onValue={(typed) => onType(line.productId, typed)} onBarcode={onBarcode} error={errors[`lines.${i}.quantity`] ?? errors[`lines.${i}.countedQuantity`] ?? errors[`lines.${i}.productId`]} /></div>
              </Td>
              {result ? <Td numeric>{after === null ? "" : <span className={after.startsWith("-") ? "text-negative" : "font-medium"}>{formatQuantity(after, line.unit, format)}</span>}</Td> : null}
              <Td><Button tone="quiet" size="sm" iconOnly aria-label={t("grid.removeOf", { name: line.name })} icon={<X aria-hidden size={16} />} onClick={() => onRemove(line.productId)} /></Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
