"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import type { CounterState } from "./counter-state.ts";
import { useCounter } from "./use-counter.ts";

/** A screen reader that is spoken to at each scan never finishes a sentence. */
const QUIET_MS = 1_000;

/** Says what just happened to who does not see it; errors are said by the status strip. */
export function Announcer() {
  const t = useTranslations("pos.said");
  const { store, setting } = useCounter();
  const [text, setText] = useState("");
  const saidAt = useRef(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const money = (value: string) => formatMoney(value, setting.format);
    const sentence = ({ flash, ticket, totals, receipt }: CounterState): string => {
      if (receipt) return t("sold", { total: money(receipt.total), change: money(receipt.change) });
      const line = ticket.lines.find(({ key }) => key === flash?.key);
      return line ? t("line", { name: line.name || setting.miscName, quantity: formatQuantity(line.quantity, line.unit, setting.format), total: money(totals.total) }) : "";
    };
    const stop = store.subscribe((state, before) => {
      if (state.flash === before.flash && state.receipt?.saleId === before.receipt?.saleId) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        saidAt.current = Date.now();
        setText(sentence(store.getState()));
      }, Math.max(0, saidAt.current + QUIET_MS - Date.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, setting, t]);

  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
