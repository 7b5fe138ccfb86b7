"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Fragment, useEffect, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { big, compare, isZero, type Decimal } from "@/kernel/decimal.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import { roundMoney } from "@/kernel/money.ts";
import { Button } from "@/ui/button.tsx";
import { Money } from "@/ui/money.tsx";
import type { SaleRules } from "@/modules/pricing/rules/list-rules.ts";
import { adjustmentOf, askedBy, dueOf, type ChosenMethod, type CounterMethod } from "../../rules/charge-ticket.ts";
import { readSum } from "../../rules/read-sum.ts";
import { suggestNotes } from "../../rules/suggest-notes.ts";
import { focusInSight } from "./focus-in-sight.ts";
import { insertDecimal } from "./insert-decimal.ts";
import { componentOf } from "./later.tsx";
import { MethodChoice } from "./method-choice.tsx";
import { REST_PANEL, VOUCHER_FIELD } from "./parts.ts";
import { methodOfKey } from "./method-keys.ts";
import { chooseMethod, closePayment, payTyped, roundingAsked, typePayment } from "./take-payment.ts";
import { totalSize } from "./total-size.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

const RestPanel = componentOf(REST_PANEL, (there) => there.RestPanel);
const VoucherField = componentOf(VOUCHER_FIELD, (there) => there.VoucherField);

/** How it is paid; or, of an exchange that takes back more than it sells, how the rest is given. */
export function PaymentPanel() {
  const isRest = useCounterState((state) => dueOf(state.ticket, state.totals).startsWith("-"));
  return isRest ? <RestPanel /> : <ChargePanel />;
}

/** How it is paid, what was handed over, and the change as it is typed. The list of lines stays in sight. */
function ChargePanel() {
  const t = useTranslations("pos.charge");
  const counter = useCounter();
  const { format } = counter.setting;
  const chosen = useCounterState((state) => state.chosen);
  const total = useAsked();
  const typed = useCounterState((state) => state.paying ?? "");
  const voucher = useCounterState((state) => state.voucher !== null);
  const parts = useCounterState((state) => state.tenders.length);
  const picking = useCounterState((state) => state.picking !== null);
  const field = useRef<HTMLInputElement>(null);
  const notes = chosen.method === "cash" ? suggestNotes(total, format.currency) : [];
  const tendered = typed.trim() === "" ? total : readSum(typed, format.decimal, 2);
  const write = (amount: Decimal) => formatNumber(amount, format, { minFraction: 2 });

  useLayoutEffect(() => {
    if (voucher || picking) return;
    focusInSight(field.current);
    // What is proposed anew, after a part was paid too, gives way to the first digit.
    field.current?.select();
  }, [voucher, picking, chosen, parts]);
  useEffect(() => {
    // A till that was turned to another window comes back to the amount, not to the page.
    const back = () => focusInSight(field.current);
    window.addEventListener("focus", back);
    return () => window.removeEventListener("focus", back);
  }, []);

  const choose = (amount: Decimal): void => {
    typePayment(counter, write(amount));
    focusInSight(field.current);
  };
  const walk = (by: 1 | -1): void => {
    if (notes.length === 0) return;
    const at = notes.findIndex((note) => tendered !== null && compare(note, tendered) === 0);
    choose(notes[Math.min(notes.length - 1, Math.max(0, at + by))]!);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.code === "NumpadDecimal") return insertDecimal(event, format.decimal, (text) => typePayment(counter, text));
    const shortcut = event.ctrlKey || event.metaKey || event.altKey;
    const method = shortcut ? null : methodOfKey(event.key);
    const deed = method ? () => chooseMethod(counter, nextChoice(method, chosen, counter.store.getState().rules)) : { Enter: () => payTyped(counter, event.timeStamp), ArrowDown: () => walk(1), ArrowUp: () => walk(-1) }[event.key];
    // A letter that is no method is no part of an amount either.
    const isLetter = !shortcut && /^\p{L}$/u.test(event.key);
    if (!deed && !isLetter) return;
    event.preventDefault();
    deed?.();
  };

  return (
    <form
      aria-label={t("title")}
      onSubmit={(event) => {
        event.preventDefault();
        payTyped(counter, event.timeStamp);
      }}
      className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-3"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 className="wide text-lg font-bold">{t("title")}</h2>
        <Button size="sm" kbd="Esc" onClick={() => closePayment(counter)}>
          {t("back")}
        </Button>
      </div>
      <div className={totalSize(total)}>
        <Money value={total} format={format} size="total" />
      </div>
      <Adjustment />
      <Rounding />
      {chosen.method === "account" ? <Debt due={total} /> : null}
      <MethodChoice onChosen={() => focusInSight(field.current)} />
      {voucher ? <VoucherField /> : null}
      <label className="flex flex-col gap-1">
        <span className="label">{t(chosen.method === "cash" ? "amount" : "charged")}</span>
        <input
          ref={field}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          enterKeyHint="done"
          value={typed}
          onChange={(event) => typePayment(counter, event.target.value)}
          onKeyDown={onKeyDown}
          className="num wide h-14 w-full rounded-sm border-2 border-accent-edge bg-surface px-3 text-right text-2xl font-bold"
        />
      </label>
      {notes.length === 0 ? null : <div role="group" aria-label={t("notes")} className="grid grid-cols-2 gap-1.5">
        {notes.map((note) => (
          <Button key={note} size="sm" aria-pressed={tendered !== null && compare(note, tendered) === 0} onClick={() => choose(note)}>
            <span className="num">{formatMoney(note, format, { cents: !note.endsWith(".00") })}</span>
          </Button>
        ))}
      </div>}
      <Difference total={total} tendered={tendered} />
      <div className="mt-auto">
        <Button type="submit" tone="primary" size="lg" block kbd="↵">
          {t("action")}
        </Button>
      </div>
    </form>
  );
}

/** What the chosen method asks for; drawn again when any of what it depends on changes. */
function useAsked(): Decimal {
  return useCounterState((state) => askedBy(dueOf(state.ticket, state.totals), state.rules, state.tenders, state.chosen));
}

/** The letter of a card that is chosen already walks through its instalments. */
function nextChoice(method: CounterMethod, chosen: ChosenMethod, { installments }: SaleRules): ChosenMethod {
  if (method !== "credit" || chosen.method !== "credit") return { method, count: 1 };
  const counts = [1, ...installments.map(({ count }) => count)];
  return { method, count: counts[(counts.indexOf(chosen.count) + 1) % counts.length]! };
}

/** What the customer owes, may owe, and since when, before more is sold to them on account. */
function Debt({ due }: { due: Decimal }) {
  const t = useTranslations("pos.charge");
  const { format } = useCounter().setting;
  const customer = useCounterState((state) => state.ticket.customer);
  if (!customer) return null;
  const { balance, creditLimit = null, oldestDebt = null } = customer;
  const after = roundMoney(big(balance).plus(due));
  const rows = [
    { term: t("owes"), detail: formatMoney(balance, format) },
    ...(oldestDebt === null ? [] : [{ term: t("oldestDebt"), detail: formatDate(oldestDebt, format) }]),
    ...(creditLimit === null ? [] : [{ term: t("creditLimit"), detail: formatMoney(creditLimit, format) }]),
    { term: t("owesAfter"), detail: formatMoney(after, format) },
  ];
  return (
    <dl aria-label={t("debt", { name: customer.name })} className={clsx("num grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 border-y border-line py-2 text-sm", creditLimit !== null && compare(after, creditLimit) > 0 && "text-negative")}>
      {rows.map(({ term, detail }) => <Fragment key={term}><dt>{term}</dt><dd className="text-right font-semibold">{detail}</dd></Fragment>)}
    </dl>
  );
}

/** What the chosen method takes off or adds, in a row of its own before it is paid. */
function Adjustment() {
  const t = useTranslations("pos.charge");
  const tMethod = useTranslations("pos.methods");
  const { format } = useCounter().setting;
  const method = useCounterState((state) => state.chosen.method);
  const amount = useCounterState((state) => adjustmentOf(dueOf(state.ticket, state.totals), state.rules, state.tenders, state.chosen));
  if (isZero(amount)) return null;
  return (
    <p className="num flex items-baseline justify-between gap-3">
      <span className="text-ink-2">{t(amount.startsWith("-") ? "methodDiscount" : "methodSurcharge", { method: tMethod(method).toLowerCase() })}</span>
      <span>{formatMoney(amount, format)}</span>
    </p>
  );
}

/** What is not charged because the shop has no smaller coin; said before it is paid. */
function Rounding() {
  const t = useTranslations("pos.charge");
  const { format } = useCounter().setting;
  const rounding = useCounterState(roundingAsked);
  if (isZero(rounding)) return null;
  return (
    <p className="num flex items-baseline justify-between gap-3">
      <span className="text-ink-2">{t("rounding")}</span>
      <span>{formatMoney(rounding, format)}</span>
    </p>
  );
}

function Difference({ total, tendered }: { total: Decimal; tendered: Decimal | null }) {
  const t = useTranslations("pos.charge");
  const { format } = useCounter().setting;
  const left = tendered === null ? null : roundMoney(big(tendered).minus(total));
  const short = left?.startsWith("-") ?? false;
  return (
    <p aria-live="polite" className={clsx("num flex items-baseline justify-between gap-3 border-t border-line pt-2 text-lg", short ? "text-negative" : "text-ink")}>
      <span>{t(short ? "missing" : "change")}</span>
      <span className="font-bold">{left === null ? "—" : formatMoney(left.replace("-", ""), format)}</span>
    </p>
  );
}
