"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { big, isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { roundMoney } from "@/kernel/money.ts";
import { Button } from "@/ui/button.tsx";
import { Kbd } from "@/ui/kbd.tsx";
import { Money } from "@/ui/money.tsx";
import { dueOf, type RestWay } from "../../rules/charge-ticket.ts";
import { focusInSight } from "./focus-in-sight.ts";
import { METHOD_KEYS, methodOfKey } from "./method-keys.ts";
import { chooseMethod, closePayment, payTyped, roundingAsked } from "./take-payment.ts";
import { totalSize } from "./total-size.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const WAYS: readonly RestWay[] = ["cash", "store_credit"];

/** An exchange that takes back more than it sells: how the rest is given. */
export function RestPanel() {
  const t = useTranslations("pos.charge");
  const tMethod = useTranslations("pos.methods");
  const counter = useCounter();
  const { format } = counter.setting;
  const rest = useCounterState((state) => state.rest);
  const rounding = useCounterState(roundingAsked);
  const due = useCounterState((state) => dueOf(state.ticket, state.totals));
  const given = roundMoney(big(due).plus(rounding).times(-1));
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => focusInSight(first.current), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const method = event.ctrlKey || event.metaKey || event.altKey ? null : methodOfKey(event.key);
    if (!method) return;
    event.preventDefault();
    chooseMethod(counter, { method, count: 1 });
  };
  return (
    <form data-hears-letters aria-label={t("rest")} onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); payTyped(counter, event.timeStamp); }} className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="wide text-lg font-bold">{t("rest")}</h2>
        <Button size="sm" kbd="Esc" onClick={() => closePayment(counter)}>{t("back")}</Button>
      </div>
      <div className={totalSize(given)}><Money value={given} format={format} size="total" /></div>
      {isZero(rounding) ? null : <p className="num flex justify-between gap-3"><span className="text-ink-2">{t("rounding")}</span><span>{formatMoney(rounding, format)}</span></p>}
      <div role="group" aria-label={t("restWays")} className="flex flex-col gap-px overflow-hidden rounded-sm border border-line-strong bg-line">
        {WAYS.map((way) => (
          <button key={way} type="button" aria-pressed={rest === way} onClick={() => chooseMethod(counter, { method: way, count: 1 })} className={clsx("flex min-h-8 items-center gap-2 px-2.5 py-1 text-left text-sm pointer-coarse:min-h-11", rest === way ? "bg-accent-soft font-semibold" : "bg-surface hover:bg-sunken")}>
            <Kbd keys={METHOD_KEYS[way]} />
            <span className="flex-1">{tMethod(way)}</span>
          </button>
        ))}
      </div>
      <div className="mt-auto">
        <Button ref={first} type="submit" tone="primary" size="lg" block kbd="↵">{t("giveRest")}</Button>
      </div>
    </form>
  );
}
