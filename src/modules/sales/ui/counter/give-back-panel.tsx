"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatNumber, formatQuantity } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { focusInSight } from "./focus-in-sight.ts";
import { findSoldBy, openRecent, refundOf, REFUND_WAYS, sendBack, startExchange, takeTyping, type GivingBack, type RefundWay, type SoldLine } from "./give-back.ts";
import { FIELD } from "./field-look.ts";
import { useKeyCap, useKeyOf } from "./key-cap.ts";
import { changeGiving } from "./start-giving-back.ts";
import { stepBack } from "./step-back.ts";
import { startUnreceipted } from "./take-unreceipted.ts";
import { UnreceiptedForm } from "./unreceipted-form.tsx";
import { useCounter, useCounterState } from "./use-counter.ts";

/** Goods that come back, in place of the ticket, which waits as it is. */
export function GiveBackPanel() {
  const t = useTranslations("pos.giveBack");
  const counter = useCounter();
  const givingBack = useCounterState((state) => state.givingBack);
  if (!givingBack) return null;
  return (
    <section aria-label={t("title")} className="min-h-0 flex-1 overflow-y-auto px-3 py-4 lg:px-4">
      <div className="mb-3 flex items-center justify-between gap-3 border-b-2 border-ink pb-1">
        <h2 className="wide text-lg font-bold">{givingBack.sale ? t("of", { number: givingBack.sale.number }) : t("title")}</h2>
        <Button size="sm" kbd="Esc" onClick={() => stepBack(counter)}>{t("leave")}</Button>
      </div>
      {givingBack.sale ? <Lines key={givingBack.id} givingBack={givingBack} lines={givingBack.sale.lines} /> : givingBack.unreceipted ? <UnreceiptedForm unreceipted={givingBack.unreceipted} /> : givingBack.recent ? <Recent recent={givingBack.recent} busy={givingBack.busy} /> : <Find busy={givingBack.busy} />}
    </section>
  );
}

function Find({ busy }: { busy: boolean }) {
  const t = useTranslations("pos.giveBack");
  const counter = useCounter();
  const [number, setNumber] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => focusInSight(field.current), []);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void findSoldBy(counter, number);
  };
  return (
    <form onSubmit={find} className="flex flex-wrap items-end gap-3">
      <label className="flex flex-col gap-1">
        <span className="label">{t("number")}</span>
        <input ref={field} value={number} autoComplete="off" onChange={(event) => setNumber(event.target.value)} className={`${FIELD} num w-64 max-w-full`} />
      </label>
      <Button type="submit" tone="primary" kbd="↵" aria-disabled={busy}>{t("find")}</Button>
    </form>
  );
}

/** The choice of who cannot say which sale it was. */
const NO_SALE = "none";

/** The last sales of a product: the one that it is of is taken, or none. */
function Recent({ recent: { productId, name, sales }, busy }: { recent: NonNullable<GivingBack["recent"]>; busy: boolean }) {
  const t = useTranslations("pos.giveBack");
  const counter = useCounter();
  const { format } = counter.setting;
  const [chosen, setChosen] = useState(sales[0]?.id ?? NO_SALE);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => focusInSight(first.current), []);
  const take = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    const sale = sales.find(({ id }) => id === chosen);
    void (sale ? openRecent(counter, sale) : startUnreceipted(counter, productId));
  };
  return (
    <form onSubmit={take} className="flex flex-col items-start gap-4">
      <fieldset className="w-full max-w-2xl">
        <legend className="label mb-1">{t("recent", { name })}</legend>
        {sales.map((sale, i) => (
          <label key={sale.id} className="num flex min-h-10 flex-wrap items-center gap-x-3 border-b border-line py-1 pointer-coarse:min-h-11">
            <input ref={i === 0 ? first : undefined} type="radio" name="recent" value={sale.id} checked={chosen === sale.id} onChange={() => setChosen(sale.id)} className="size-4 accent-[var(--accent)]" />
            <span className="font-medium">{t("sale", { number: sale.number })}</span>
            <span className="text-ink-2">{formatDateTime(sale.soldAt, format)}</span>
            <span className="min-w-0 flex-1 truncate text-ink-2">{sale.customerName}</span>
            <span>{formatMoney(sale.total, format)}</span>
          </label>
        ))}
        <label className="flex min-h-10 items-center gap-x-3 border-b border-line py-1 pointer-coarse:min-h-11">
          <input ref={sales.length === 0 ? first : undefined} type="radio" name="recent" value={NO_SALE} checked={chosen === NO_SALE} onChange={() => setChosen(NO_SALE)} className="size-4 accent-[var(--accent)]" />
          {t(sales.length === 0 ? "noSales" : "unreceipted")}
        </label>
      </fieldset>
      <Button type="submit" tone="primary" kbd="↵" aria-disabled={busy}>{t(chosen === NO_SALE ? "go" : "take")}</Button>
    </form>
  );
}

function Lines({ givingBack, lines }: { givingBack: GivingBack; lines: readonly SoldLine[] }) {
  const t = useTranslations("pos.giveBack");
  const counter = useCounter();
  const { format } = counter.setting;
  const cap = useKeyCap();
  const charge = useKeyOf("charge");
  const [refund, setRefund] = useState<RefundWay>("original");
  const [reason, setReason] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => focusInSight(first.current), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void sendBack(counter, { refund, reason });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4">
      <ul className="flex flex-col">
        {lines.map((line, i) => (
          <li key={line.id} className="flex flex-wrap items-center gap-3 border-b border-line py-1.5">
            <span className="min-w-40 flex-1 font-medium">{line.name} <span className="font-mono text-2xs text-ink-3">{line.sku}</span></span>
            <span className="num text-sm whitespace-nowrap text-ink-2">{t("left", { left: formatQuantity(line.left, line.unit, format) })}</span>
            <Count ref={i === 0 ? first : undefined} line={line} count={givingBack.counts[line.id] ?? "0"} typing={givingBack.typing?.lineId === line.id ? givingBack.typing.text : null} />
          </li>
        ))}
      </ul>
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="label mb-1">{t("refund")}</legend>
        {REFUND_WAYS.map((way) => (
          <label key={way} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
            <input type="radio" name="refund" value={way} checked={refund === way} onChange={() => setRefund(way)} className="size-4 accent-[var(--accent)]" />
            {t(`ways.${way}`)}
          </label>
        ))}
      </fieldset>
      <label className="flex max-w-xl flex-col gap-1">
        <span className="label">{t("reason")}</span>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} className={FIELD} />
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <p aria-live="polite" className="num text-xl font-bold">{t("total", { total: formatMoney(refundOf(givingBack), format) })}</p>
        <Button size="lg" kbd={cap(charge)} aria-disabled={givingBack.busy} onClick={() => startExchange(counter)}>{t("exchange")}</Button>
        <Button type="submit" tone="primary" size="lg" kbd="↵" aria-disabled={givingBack.busy}>{t("send")}</Button>
      </div>
    </form>
  );
}

/** How many of a line come back: typed here, or one more by each scan. A button is pressed without leaving the field: whoever goes on takes what stands in it. */
function Count({ line, count, typing, ref }: { line: SoldLine; count: string; typing: string | null; ref?: React.Ref<HTMLInputElement> }) {
  const t = useTranslations("pos.giveBack");
  const counter = useCounter();
  const shown = count === "0" ? "" : formatNumber(count, counter.setting.format);
  return (
    <label className="flex items-center gap-2">
      <span className="sr-only">{t("count", { name: line.name })}</span>
      <input
        ref={ref}
        value={typing ?? shown}
        placeholder="0"
        inputMode="decimal"
        autoComplete="off"
        // A scan that lands here is taken out of the field again: that is no quantity that somebody typed.
        onChange={(event) => changeGiving(counter, { typing: event.target.value === shown ? null : { lineId: line.id, text: event.target.value } })}
        onBlur={() => takeTyping(counter)}
        className={`${FIELD} num w-20 text-right`}
      />
    </label>
  );
}
