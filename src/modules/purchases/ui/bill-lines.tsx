"use client";

import { useTranslations } from "next-intl";
import { formatMoney, formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { DecimalInput } from "@/ui/decimal-input.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { doubtOf, type DraftLine } from "../rules/bill-draft.ts";
import { onLineEnter } from "./line-focus.ts";
import { RemoveLine } from "./remove-line.tsx";
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
  const errorOf = (line: DraftLine, field: string) => errors[`lines.${lines.indexOf(line)}.${field}`];
  const change = ({ key }: DraftLine, changed: Partial<Omit<DraftLine, "key" | "goods">>): void => dispatch({ kind: "line", key, change: changed });
  const named = ({ key, goods }: DraftLine, id: string, header: string) => ({ id: `line-${key}-${id}`, name: `line-${key}-${id}`, label: `${header}: ${goods.name}`, labelHidden: true });
  const columns: Column<DraftLine>[] = [
    { key: "product", header: t("columns.product"), cell: (line) => <LineName line={line} withTax={withTax} format={format} error={errorOf(line, "productId")} /> },
    { key: "quantity", header: t("columns.quantity"), numeric: true, phone: "line", cell: (line) => <div data-step className="w-24"><DecimalInput {...named(line, "quantity", t("columns.quantity"))} format={format} maxFraction={3} value={line.quantity} error={errorOf(line, "quantity")} onValue={(quantity) => change(line, { quantity })} /></div> },
    { key: "cost", header: t("columns.unitCost"), numeric: true, phone: "line", cell: (line) => <div data-step className="w-32"><DecimalInput {...named(line, "cost", t("columns.unitCost"))} format={format} value={line.unitCost} error={errorOf(line, "unitCost")} onValue={(unitCost) => change(line, { unitCost })} /></div> },
    { key: "discounts", header: t("columns.discounts"), phone: "line", cell: (line) => <div data-step className="w-24"><TextInput {...named(line, "discounts", t("columns.discounts"))} mono autoComplete="off" value={line.discounts} error={errorOf(line, "discounts")} onChange={(event) => change(line, { discounts: event.target.value })} /></div> },
    { key: "tax", header: t("form.taxRate"), numeric: true, phone: "line", cell: (line) => <div className="w-20"><DecimalInput {...named(line, "tax", t("form.taxRate"))} format={format} maxFraction={2} value={line.taxRate ?? line.goods.taxRate} error={errorOf(line, "taxRate")} onValue={(taxRate) => change(line, { taxRate })} /></div> },
    ...(isWeighed ? [{ key: "weight", header: t("form.weight"), numeric: true, phone: "line" as const, cell: (line: DraftLine) => <div className="w-24"><DecimalInput {...named(line, "weight", t("form.weight"))} format={format} value={line.weight ?? line.goods.weight} error={errorOf(line, "weight")} onValue={(weight) => change(line, { weight })} /></div> }] : []),
    { key: "net", header: t("columns.net"), numeric: true, phone: "line", cell: ({ key }) => formatMoney(nets.get(key) ?? "0.00", format, { symbol: false }) },
    { key: "remove", header: "", phone: "value", cell: ({ key, goods }) => <RemoveLine name={goods.name} onRemove={() => dispatch({ kind: "remove", key })} /> },
  ];
  return <DataTable caption={t("form.lines")} rows={lines} rowKey={({ key }) => key} rowProps={{ "data-bill-line": true, onKeyDown: onLineEnter }} columns={columns} />;
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
