"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatMoney, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Button } from "@/ui/button.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { Table, Td, Th } from "@/ui/table.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { doubtOf, type DraftLine } from "../rules/bill-draft.ts";
import { focusPicker, onLineEnter } from "./line-focus.ts";
import type { BillChange } from "./use-bill.ts";

interface BillLinesProps {
  format: FormatStyle;
  lines: readonly DraftLine[];
  /** Net of each line, by its key. */
  nets: ReadonlyMap<number, string>;
  withTax: boolean;
  /** With what one unit weighs: the freight is spread by it. */
  isWeighed: boolean;
  errors: Readonly<Record<string, string>>;
  dispatch: (change: BillChange) => void;
}

/** The lines of a bill as a grid that is typed without the mouse. */
export function BillLines({ format, lines, nets, withTax, isWeighed, errors, dispatch }: BillLinesProps) {
  const t = useTranslations("purchases");
  if (lines.length === 0) return <p className="py-6 text-ink-2">{t("form.empty")}</p>;
  return (
    <div className="overflow-x-auto">
      <Table caption={t("form.lines")}>
        <thead>
          <tr>
            <Th>{t("columns.product")}</Th>
            <Th numeric>{t("columns.quantity")}</Th>
            <Th numeric>{t("columns.unitCost")}</Th>
            <Th>{t("columns.discounts")}</Th>
            <Th numeric>{t("form.taxRate")}</Th>
            {isWeighed ? <Th numeric>{t("form.weight")}</Th> : null}
            <Th numeric>{t("columns.net")}</Th>
            <Th><span className="sr-only">{t("form.remove", { name: "" })}</span></Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={line.key} data-bill-line onKeyDown={onLineEnter}>
              <Td><LineName line={line} withTax={withTax} format={format} error={errors[`lines.${i}.productId`]} /></Td>
              <Td numeric><div data-step className="w-24"><DecimalInput id={`line-${line.key}-quantity`} name={`line-${line.key}-quantity`} label={`${t("columns.quantity")}: ${line.goods.name}`} labelHidden format={format} maxFraction={3} value={line.quantity} error={errors[`lines.${i}.quantity`]} onValue={(quantity) => dispatch({ kind: "line", key: line.key, change: { quantity } })} /></div></Td>
              <Td numeric><div data-step className="w-32"><DecimalInput id={`line-${line.key}-cost`} name={`line-${line.key}-cost`} label={`${t("columns.unitCost")}: ${line.goods.name}`} labelHidden format={format} value={line.unitCost} error={errors[`lines.${i}.unitCost`]} onValue={(unitCost) => dispatch({ kind: "line", key: line.key, change: { unitCost } })} /></div></Td>
              <Td><div data-step className="w-24"><TextInput id={`line-${line.key}-discounts`} name={`line-${line.key}-discounts`} label={`${t("columns.discounts")}: ${line.goods.name}`} labelHidden mono autoComplete="off" value={line.discounts} error={errors[`lines.${i}.discounts`]} onChange={(event) => dispatch({ kind: "line", key: line.key, change: { discounts: event.target.value } })} /></div></Td>
              <Td numeric><div className="w-20"><DecimalInput id={`line-${line.key}-tax`} name={`line-${line.key}-tax`} label={`${t("form.taxRate")}: ${line.goods.name}`} labelHidden format={format} maxFraction={2} value={line.taxRate ?? line.goods.taxRate} error={errors[`lines.${i}.taxRate`]} onValue={(taxRate) => dispatch({ kind: "line", key: line.key, change: { taxRate } })} /></div></Td>
              {isWeighed ? <Td numeric><div className="w-24"><DecimalInput id={`line-${line.key}-weight`} name={`line-${line.key}-weight`} label={`${t("form.weight")}: ${line.goods.name}`} labelHidden format={format} value={line.weight ?? line.goods.weight} error={errors[`lines.${i}.weight`]} onValue={(weight) => dispatch({ kind: "line", key: line.key, change: { weight } })} /></div></Td> : null}
              <Td numeric>{formatMoney(nets.get(line.key) ?? "0.00", format, { symbol: false })}</Td>
              <Td><Button tone="quiet" size="sm" iconOnly aria-label={t("form.remove", { name: line.goods.name })} icon={<X aria-hidden size={16} />} onClick={() => { dispatch({ kind: "remove", key: line.key }); focusPicker(); }} /></Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The product, and what looks wrong with its cost: said beside it, never in the way. */
function LineName({ line, withTax, format, error }: { line: DraftLine; withTax: boolean; format: FormatStyle; error: string | undefined }) {
  const t = useTranslations("purchases.form");
  const doubt = doubtOf(line, withTax);
  const before = doubt ? formatPrice(doubt.before, format) : "";
  return (
    <>
      <span className="block min-w-48 leading-5 break-words">{line.goods.name}</span>
      <span className="block font-mono text-2xs leading-4 text-ink-3">{line.goods.sku}</span>
      {doubt ? <span className="block text-xs text-warning">{doubt.kind === "pack" ? t("packDoubt", { before }) : t("jump", { before, percent: doubt.percent.startsWith("-") ? doubt.percent : `+${doubt.percent}` })}</span> : null}
      {error ? <span className="block text-xs text-negative">{error}</span> : null}
    </>
  );
}
