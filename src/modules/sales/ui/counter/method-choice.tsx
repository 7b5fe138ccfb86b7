"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { big, type Decimal } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { roundMoney } from "@/kernel/money.ts";
import { Button } from "@/ui/button.tsx";
import { Kbd } from "@/ui/kbd.tsx";
import type { ChosenMethod } from "../../rules/charge-ticket.ts";
import { asked, chooseMethod, dropTender } from "./take-payment.ts";
import { METHOD_KEYS, SHOWN_METHODS } from "./method-keys.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** What each way to pay comes to, before one is chosen; the instalments of a card; the parts that are paid already. */
export function MethodChoice({ onChosen }: { onChosen: () => void }) {
  const t = useTranslations("pos.charge");
  const tMethod = useTranslations("pos.methods");
  const counter = useCounter();
  const { format } = counter.setting;
  const chosen = useCounterState((state) => state.chosen);
  const rules = useCounterState((state) => state.rules);
  const tenders = useCounterState((state) => state.tenders);
  const money = (amount: Decimal): string => formatMoney(amount, format);
  const choose = (wanted: ChosenMethod): void => {
    chooseMethod(counter, wanted);
    onChosen();
  };
  const counts = rules.installments.length === 0 || chosen.method !== "credit" ? [] : [1, ...rules.installments.map(({ count }) => count)];
  return (
    <>
      {tenders.length === 0 ? null : (
        <ul aria-label={t("parts")} className="num flex flex-col border-y border-line">
          {tenders.map(({ method, count, amount }, i) => (
            <li key={i} className="flex items-center justify-between gap-2 py-1">
              <span>{tMethod(method)}{count > 1 ? ` · ${t("count", { count })}` : null}</span>
              <span className="flex items-center gap-1 font-semibold">
                {money(amount)}
                <Button tone="quiet" size="sm" iconOnly aria-label={t("dropPart", { method: tMethod(method) })} icon={<X aria-hidden size={16} />} onClick={() => { dropTender(counter, i); onChosen(); }} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div role="group" aria-label={t("methods")} className="flex shrink-0 flex-col gap-px overflow-hidden rounded-sm border border-line-strong bg-line">
        {SHOWN_METHODS.map((method) => (
          <Choice key={method} label={tMethod(method)} amount={money(asked(counter, { method, count: 1 }))} kbd={METHOD_KEYS[method]} pressed={chosen.method === method} onClick={() => choose({ method, count: 1 })} />
        ))}
      </div>
      {counts.length === 0 ? null : (
        <div role="group" aria-label={t("installments")} className="flex shrink-0 flex-col gap-px overflow-hidden rounded-sm border border-line-strong bg-line">
          {counts.map((count) => {
            const due = asked(counter, { method: "credit", count });
            return <Choice key={count} label={count === 1 ? t("onePayment") : t("each", { count, amount: money(roundMoney(big(due).div(count))) })} amount={money(due)} pressed={chosen.count === count} onClick={() => choose({ method: "credit", count })} />;
          })}
        </div>
      )}
    </>
  );
}

function Choice({ label, amount, kbd, pressed, onClick }: { label: string; amount: string; kbd?: string; pressed: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-pressed={pressed} aria-keyshortcuts={kbd} onClick={onClick} className={clsx("num flex min-h-8 items-center gap-2 px-2.5 py-1 text-left text-sm pointer-coarse:min-h-11", pressed ? "bg-accent-soft font-semibold" : "bg-surface hover:bg-sunken")}>
      {kbd === undefined ? null : <Kbd keys={kbd} />}
      <span className="min-w-0 flex-1">{label}</span>
      <span className="whitespace-nowrap">{amount}</span>
    </button>
  );
}
