"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { big, compare, fix, isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { ariaKeys } from "@/ui/keys/chord.ts";
import { Money } from "@/ui/money.tsx";
import type { Receipt } from "./counter-state.ts";
import { useKeyCap, useKeyOf } from "./key-cap.ts";
import { runDeed } from "./keymap.ts";
import { totalSize } from "./total-size.ts";
import { mayUndoSale, undoLeft } from "./undo-window.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** The change to give back, as large as it gets; of an exchange that came to less, what is the customer's. The next key or scan puts it away. */
export function ReceiptPanel({ receipt }: { receipt: Receipt }) {
  const { total, tendered, change, credit, creditCode, number } = receipt;
  const t = useTranslations("pos.receipt");
  const counter = useCounter();
  const { format } = counter.setting;
  const online = useCounterState((state) => state.online);
  const isBack = compare(total, "0") < 0;
  const worth = fix(big(total).abs(), 2);
  const shown = isZero(change) && isBack ? worth : change;
  const heading = !isZero(change) ? "change" : isBack ? "favour" : "exact";
  const state = number !== null ? t("number", { number }) : t(online ? "sending" : "waiting");
  return (
    <section className="flex flex-1 flex-col max-lg:flex-row max-lg:flex-wrap max-lg:items-stretch">
      <div className="flex flex-col gap-1 bg-marker px-4 py-5 text-on-marker [--ink-2:var(--on-marker)] max-lg:flex-1 max-lg:py-3">
        <h2 className="wide text-lg font-bold">{t(heading)}</h2>
        <div data-change={change} className={totalSize(shown)}>
          {isZero(shown) ? null : <Money value={shown} format={format} size="total" />}
        </div>
      </div>
      <dl className="num flex flex-col gap-2 px-4 py-4 max-lg:py-3">
        <div className="flex justify-between gap-4">
          <dt className="text-ink-2">{t(isBack ? "givenBack" : "paid")}</dt>
          <dd className="font-semibold">{formatMoney(worth, format)}</dd>
        </div>
        {isBack ? null : (
          <div className="flex justify-between gap-4">
            <dt className="text-ink-2">{t("tendered")}</dt>
            <dd>{formatMoney(tendered, format)}</dd>
          </div>
        )}
      </dl>
      {isZero(credit) ? null : (
        <div data-credit={creditCode ?? ""} className="border-t border-line px-4 py-3">
          <h3 className="label">{t("credit", { amount: formatMoney(credit, format) })}</h3>
          <p className="font-mono text-xl font-bold">{creditCode ?? t("creditWaiting")}</p>
        </div>
      )}
      <p data-sale={number ?? ""} className="px-4 font-medium max-lg:py-3 max-sm:py-1">{state}</p>
      <div className="mt-auto flex flex-col gap-3 px-4 py-4 max-lg:mt-0 max-lg:justify-center max-lg:py-3 max-sm:basis-full max-sm:flex-row max-sm:py-2">
        <p className="text-ink-3 max-lg:hidden">{t("next")}</p>
        <Button block kbd="Ctrl P" aria-keyshortcuts="Control+P" onClick={() => runDeed(counter, "print")}>
          {t("print")}
        </Button>
        <UndoSale receipt={receipt} />
      </div>
    </section>
  );
}

/** Takes the sale back where it was made, for as long as nobody has left the counter. */
function UndoSale({ receipt }: { receipt: Receipt }) {
  const t = useTranslations("pos.receipt");
  const counter = useCounter();
  const cap = useKeyCap();
  const undo = useKeyOf("undo");
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), Math.max(0, undoLeft(receipt)));
    return () => clearTimeout(timer);
  }, [receipt]);
  if (isOver || !mayUndoSale(counter)) return null;
  return <Button block kbd={cap(undo)} aria-keyshortcuts={ariaKeys(undo)} onClick={() => runDeed(counter, "undo")}>{t("undo")}</Button>;
}
