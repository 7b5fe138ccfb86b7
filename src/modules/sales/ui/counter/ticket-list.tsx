"use client";

import clsx from "clsx";
import { Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type Big from "big.js";
import { big, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { roundMoney } from "@/kernel/money.ts";
import type { LineTotals } from "@/modules/pricing/rules/total-lines.ts";
import { Button } from "@/ui/button.tsx";
import type { PosIndex } from "../../rules/pos-index.ts";
import { backKey, priceLines, type BackLine, type TicketLine } from "../../rules/ticket.ts";
import { dropBack } from "./start-giving-back.ts";
import { COLUMNS, TicketRow } from "./ticket-row.tsx";
import { useCounter, useCounterState } from "./use-counter.ts";
import { afterFrame } from "./when-quiet.ts";

/** Rows settle by so many at once, more than a screen shows: else each new line would settle another. */
const SETTLING = 20;
const FLASH_MS = 420;

/** The lines of the ticket, the newest at the bottom and in sight. */
export function TicketList() {
  const t = useTranslations("pos.lines");
  const { index } = useCounter();
  const bare = useCounterState((state) => state.ticket.lines);
  const breaks = useCounterState((state) => state.rules.breaks);
  const lines = useMemo(() => priceLines(bare, breaks), [bare, breaks]);
  const totals = useCounterState((state) => state.totals.lines);
  const back = useCounterState((state) => state.ticket.back ?? NOTHING_BACK);
  const selected = useCounterState((state) => state.ticket.selected);
  const flash = useCounterState((state) => state.flash);
  // Stock that changed elsewhere is in the index, not in the state.
  const version = useCounterState((state) => state.catalogue.version);
  const editor = useCounterState((state) => state.editor);
  const box = useRef<HTMLDivElement>(null);
  const veil = useRef<HTMLSpanElement>(null);
  const left = useMemo(() => stockLeft(lines, index), [lines, index, version]);

  const edited = editor === null || editor.field === "ticketDiscount" ? undefined : editor.key;
  useLayoutEffect(() => {
    // A row grows by what is written in it.
    rowOf(box.current, edited ?? selected ?? flash?.key)?.scrollIntoView({ block: "nearest" });
  }, [flash, selected, edited, editor?.field]);
  useEffect(() => {
    if (flash) afterFrame(() => flashRow(veil.current, rowOf(box.current, flash.key)));
  }, [flash]);

  const last = lines.at(-1)?.key;
  const settled = Math.floor(lines.length / SETTLING - 1) * SETTLING;
  const empty = lines.length === 0 && back.length === 0;
  return (
    <>
      <EmptyTicket isShown={empty} />
      <div ref={box} role="table" aria-label={t("caption")} tabIndex={0} hidden={empty} className="mt-2 min-h-0 flex-1 overflow-y-auto px-3 contain-strict lg:px-4">
        <div role="rowgroup" className="sticky top-0 z-1 bg-paper">
          <div role="row" className={clsx(COLUMNS, "label border-b-2 border-ink")}>
            <span role="columnheader" className="px-2 py-1.5 max-sm:hidden">#</span>
            <span role="columnheader" className="px-2 py-1.5">{t("product")}</span>
            <span role="columnheader" className="px-2 py-1.5 text-right">{t("quantity")}</span>
            <span role="columnheader" className="px-2 py-1.5 text-right max-sm:hidden">{t("price")}</span>
            <span role="columnheader" className="px-2 py-1.5 text-right">{t("amount")}</span>
          </div>
        </div>
        <div role="rowgroup" className="relative">
          <span ref={veil} aria-hidden className="pointer-events-none absolute inset-x-0 top-0 bg-marker opacity-0" />
          {back.map((line) => <BackRow key={backKey(line)} line={line} />)}
          {lines.map((line, i) => (
            <TicketRow
              key={line.key}
              number={i + 1}
              line={line}
              total={dueOf(totals[i])}
              isSelected={line.key === selected}
              isLast={line.key === last}
              isSettled={i < settled}
              stockLeft={left.get(line.productId ?? "") ?? null}
              editor={edited === line.key ? editor : null}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function rowOf(box: Element | null, key: number | undefined): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-line="${key}"]`) ?? null;
}

/** A veil over the line that just changed, and opacity alone: the browser fades it without styling and painting the page in each frame. */
function flashRow(veil: HTMLElement | null, row: HTMLElement | null): void {
  if (!veil || !row || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  Object.assign(veil.style, { top: `${row.offsetTop}px`, height: `${row.offsetHeight}px` });
  veil.animate([{ opacity: 0.7 }, { opacity: 0 }], { duration: FLASH_MS, easing: "cubic-bezier(0.2, 0.8, 0.2, 1)" });
}

const NOTHING_BACK: readonly BackLine[] = [];

/** What comes back with this ticket. */
function BackRow({ line }: { line: BackLine }) {
  const { name, unit, quantity, total } = line;
  const key = backKey(line);
  const t = useTranslations("pos.lines");
  const counter = useCounter();
  const { format } = counter.setting;
  return (
    <div role="row" data-back={key} className={clsx(COLUMNS, "border-b border-line text-negative")}>
      <span role="cell" className="px-2 py-1.5 max-sm:hidden"><Undo2 aria-hidden size={16} /></span>
      <div role="cell" className="px-2 py-1.5">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate">{t("back", { name, number: "number" in line ? String(line.number) : "none" })}</span>
          <Button tone="quiet" size="sm" iconOnly aria-label={t("dropBack", { name })} icon={<X aria-hidden size={16} />} onClick={() => dropBack(counter, key)} />
        </span>
      </div>
      <span role="cell" className="num px-2 py-1.5 text-right whitespace-nowrap">−{formatQuantity(quantity, unit, format)}</span>
      <span role="cell" className="num px-2 py-1.5 text-right whitespace-nowrap max-sm:hidden">{"unitPrice" in line ? formatPrice(line.unitPrice, format, { symbol: false }) : null}</span>
      <span role="cell" className="num px-2 py-1.5 text-right font-semibold whitespace-nowrap">−{formatMoney(total, format, { symbol: false })}</span>
    </div>
  );
}

/** The line after its own discount; the ticket's discount is shown with the sums, not hidden in each line. */
function dueOf(totals: LineTotals | undefined): Decimal {
  if (totals === undefined) return "0.00";
  return totals.lineDiscount === "0.00" ? totals.gross : roundMoney(big(totals.gross).minus(totals.lineDiscount));
}

/** By product: what would be left below zero after this ticket. Of what there is enough of nothing is said. */
function stockLeft(lines: readonly TicketLine[], index: PosIndex): ReadonlyMap<string, Decimal> {
  const left = new Map<string, Big>();
  for (const { productId, quantity } of lines) {
    const before = productId === null ? undefined : (left.get(productId) ?? index.byId.get(productId)?.product.stock);
    if (before !== undefined) left.set(productId!, big(before).minus(quantity));
  }
  return new Map([...left].filter(([, rest]) => rest.lt(0)).map(([productId, rest]) => [productId, rest.toFixed()]));
}

/** Stays where it is, out of sight, when the first line comes: nothing is taken down while somebody waits for it. */
function EmptyTicket({ isShown }: { isShown: boolean }) {
  const t = useTranslations("pos");
  const { status, size } = useCounterState((state) => state.catalogue);
  const text = status === "loading" ? t("state.loading") : status === "failed" ? t("state.failed") : size === 0 ? t("lines.noProducts") : t("lines.emptyText");
  return (
    <div className={clsx("min-h-0 flex-1 flex-col justify-center gap-1 px-6 sm:px-10", isShown ? "flex" : "hidden")}>
      <p className="wide text-xl font-bold">{t("lines.emptyTitle")}</p>
      <p className="text-ink-2">{text}</p>
    </div>
  );
}
