"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { trimZeros, type Decimal } from "@/kernel/decimal.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { formatMoney, formatNumber, formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { Discount } from "@/modules/pricing/rules/total-lines.ts";
import { isOverridden, type LineAtBreak } from "../../rules/ticket.ts";
import { applyAction } from "./apply-action.ts";
import type { LineEditor } from "./counter-state.ts";
import { NumberEditor } from "./number-editor.tsx";
import { useCounter } from "./use-counter.ts";
import { WhyStock } from "./why-stock.tsx";

interface TicketRowProps {
  number: number;
  line: LineAtBreak;
  total: Decimal;
  isSelected: boolean;
  isLast: boolean;
  /** Long in place, with many after it. */
  isSettled: boolean;
  stockLeft: Decimal | null;
  editor: LineEditor | null;
}

/**
 * The columns of the list, whose rows are blocks and no table's: each is laid out by itself. A table lays all its rows out when one is added. Rows that are settled and
 * out of sight are neither laid out nor painted; a new one is never asked whether it is in sight, since the browser styles and lays out twice to know.
 */
export const COLUMNS = "grid grid-cols-[2.5rem_minmax(0,1fr)_7rem_8rem_9rem] items-center max-sm:grid-cols-[minmax(0,1fr)_5rem_7rem]";

/** A phone has no column of prices: one that differs from the shelf's, or is being written, stands under the name. */
const ON_PHONES = "max-sm:col-span-full max-sm:row-start-2 max-sm:flex max-sm:items-baseline max-sm:gap-x-2 max-sm:pb-1 max-sm:text-left max-sm:text-xs";

/** One line; draws itself again only when something of it changed. */
export const TicketRow = memo(function TicketRow({ number, line, total, isSelected, isLast, isSettled, stockLeft, editor }: TicketRowProps) {
  const t = useTranslations("pos.lines");
  const counter = useCounter();
  const { format } = counter.setting;
  const showsPrice = line.discount !== null || isOverridden(line) || (editor !== null && editor.field !== "quantity");
  return (
    <div
      role="row"
      data-line={line.key}
      aria-selected={isSelected}
      onClick={() => applyAction(counter, { kind: "select", key: isSelected ? null : line.key })}
      className={clsx(COLUMNS, "min-h-row border-b border-line contain-content [contain-intrinsic-block-size:auto_var(--row)]", isSettled && "[content-visibility:auto]", isSelected && "bg-accent-soft outline-2 -outline-offset-2 outline-accent-edge")}
    >
      <span role="cell" className="num px-2 text-ink-3 max-sm:hidden">{number}</span>
      <div role="cell" className="px-2 py-1">
        <span className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-medium wrap-anywhere">{line.name || t("misc")}</span>
          <span className="font-mono text-2xs text-ink-3">{line.sku}</span>
          {isLast && line.hits > 1 ? <span className="num rounded-xs bg-marker px-1.5 text-xs font-bold text-on-marker">{t("hits", { count: line.hits })}</span> : null}
          {line.reached ? <span className="num rounded-xs bg-positive-soft px-1.5 text-2xs font-semibold text-positive">{t("break", { from: formatNumber(trimZeros(line.reached.from), format), percent: signed(line.reached.percent, format) })}</span> : null}
          {stockLeft === null || line.productId === null ? null : <span className="num rounded-xs bg-warning-soft px-1.5 text-2xs font-semibold text-warning"><WhyStock productId={line.productId}>{t("stock", { stock: formatNumber(stockLeft, format) })}</WhyStock></span>}
        </span>
      </div>
      <div role="cell" className="num px-2 text-right whitespace-nowrap">{editor?.field === "quantity" ? <NumberEditor editor={editor} name={line.name || t("misc")} /> : formatQuantity(line.quantity, line.unit, format)}</div>
      <div role="cell" className={clsx("num px-2 text-right whitespace-nowrap", showsPrice ? ON_PHONES : "max-sm:hidden")}>
        <Price line={line} editor={editor} />
      </div>
      <div role="cell" className="num px-2 text-right font-semibold whitespace-nowrap">{formatMoney(total, format, { symbol: false })}</div>
    </div>
  );
});

/** "−5 %", "+3 %". */
function signed(percent: Decimal, format: FormatStyle): string {
  return `${percent.startsWith("-") ? "−" : "+"}${formatPercent(trimZeros(percent.replace("-", "")), format)}`;
}

function Price({ line, editor }: { line: LineAtBreak; editor: LineEditor | null }) {
  const t = useTranslations("pos.lines");
  const { format } = useCounter().setting;
  const name = line.name || t("misc");
  if (editor?.field === "price") return <NumberEditor editor={editor} name={name} />;
  const overridden = isOverridden(line);
  return (
    <>
      <span className={clsx(overridden && "font-semibold text-info")}>{formatPrice(line.unitPrice, format, { symbol: false })}</span>
      {overridden ? <span className="sr-only">{t("changed")}</span> : null}
      {editor?.field === "lineDiscount" ? (
        <NumberEditor editor={editor} name={name} />
      ) : line.discount ? (
        <span className="block text-2xs text-positive">−{describe(line.discount)}</span>
      ) : null}
    </>
  );

  function describe({ kind, value }: Discount): string {
    return kind === "percent" ? formatPercent(value, format) : formatMoney(value, format);
  }
}
