"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { compare, isZero } from "@/kernel/decimal.ts";
import { formatMoney, formatPercent } from "@/kernel/format.ts";
import { Button } from "@/ui/button.tsx";
import { ariaKeys } from "@/ui/keys/chord.ts";
import { Money } from "@/ui/money.tsx";
import { dueOf } from "../../rules/charge-ticket.ts";
import { backOf } from "../../rules/ticket.ts";
import { useKeyCap, useKeyOf } from "./key-cap.ts";
import { runDeed } from "./keymap.ts";
import { NumberEditor } from "./number-editor.tsx";
import { PaymentPanel } from "./payment-panel.tsx";
import { ReceiptPanel } from "./receipt-panel.tsx";
import { totalSize } from "./total-size.ts";
import { openPayment, payExact } from "./take-payment.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** Totals; payment while paying; the change until the next sale begins. */
export function SidePanel() {
  const paying = useCounterState((state) => state.paying !== null);
  const receipt = useCounterState((state) => state.receipt);
  // In the hand there is no room for both: the payment waits out of sight.
  const asksWho = useCounterState((state) => state.picking?.forAccount === true);
  return (
    <aside className={clsx("flex min-h-0 flex-col border-line bg-surface contain-content max-lg:max-h-[calc(100dvh-12rem)] max-lg:border-t lg:border-l", asksWho && "max-lg:hidden")}>
      {paying ? <PaymentPanel /> : receipt ? <ReceiptPanel receipt={receipt} /> : <TotalsPanel />}
    </aside>
  );
}

function TotalsPanel() {
  const t = useTranslations("pos");
  const counter = useCounter();
  const { format } = counter.setting;
  const customer = useCounterState((state) => state.ticket.customer);
  const cap = useKeyCap();
  const [charge, exact, customerKey] = [useKeyOf("charge"), useKeyOf("exact"), useKeyOf("customer")];
  return (
    <>
      <dl className="border-b border-line px-4 py-3 max-lg:hidden">
        <dt className="flex items-center justify-between gap-2"><span className="label">{t("totals.customer")}</span><Button tone="quiet" size="sm" kbd={cap(customerKey)} aria-keyshortcuts={ariaKeys(customerKey)} onClick={() => runDeed(counter, "customer")}>{t(customer ? "totals.changeCustomer" : "totals.chooseCustomer")}</Button></dt>
        <dd className="font-medium">{customer?.name ?? t("totals.walkIn")}</dd>
        {customer?.list ? <dd className="text-sm text-ink-2">{t("totals.list", { name: customer.list.name })}</dd> : null}
        {customer && compare(customer.balance, "0") > 0 ? <dd className="num text-sm text-ink-2">{t("totals.balance", { amount: formatMoney(customer.balance, format) })}</dd> : null}
      </dl>
      <Sums />
      <div className="ledger-rule flex flex-col gap-3 px-4 py-3 max-lg:flex-row max-lg:items-end max-lg:justify-between lg:mt-auto">
        <div className="min-w-0">
          {customer ? <p className="min-w-0 truncate text-sm text-ink-2 lg:hidden">{customer.name}{customer.list ? <> · {t("totals.list", { name: customer.list.name })}</> : null}</p> : null}
          <h2 className="label">{t("totals.total")}</h2>
          <Due />
        </div>
        <div className="flex flex-col gap-2 max-lg:flex-row">
          <Button tone="primary" size="lg" block kbd={cap(charge)} aria-keyshortcuts={ariaKeys(charge)} onClick={() => openPayment(counter)}>
            {t("charge.action")}
          </Button>
          <div className="max-lg:hidden">
            <Button block kbd={cap(exact)} aria-keyshortcuts={ariaKeys(exact)} onClick={() => payExact(counter)}>
              {t("charge.exact")}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}

/** What each line changes, and so drawn without the buttons beside it. */
function Due() {
  const { format } = useCounter().setting;
  const total = useCounterState((state) => dueOf(state.ticket, state.totals));
  return (
    <div data-testid="total" className={totalSize(total)}>
      <Money value={total} format={format} size="total" />
    </div>
  );
}

function Sums() {
  const t = useTranslations("pos.totals");
  const { format } = useCounter().setting;
  const totals = useCounterState((state) => state.totals);
  const back = useCounterState((state) => backOf(state.ticket));
  const count = useCounterState((state) => state.ticket.lines.length);
  const editor = useCounterState((state) => (state.editor?.field === "ticketDiscount" ? state.editor : null));
  const money = (value: string) => formatMoney(value, format, { symbol: false });
  const discounted = !isZero(totals.discount);
  return (
    <dl className="num flex flex-col gap-2 px-4 py-3 max-lg:gap-1 max-lg:py-2">
      <div className="flex justify-between gap-4 max-lg:hidden">
        <dt className="text-ink-2">{t("subtotal", { count })}</dt>
        <dd>{money(totals.subtotal)}</dd>
      </div>
      {isZero(back) ? null : (
        <div className="flex justify-between gap-4 text-negative">
          <dt>{t("back")}</dt>
          <dd>−{money(back)}</dd>
        </div>
      )}
      {discounted || editor ? (
        <div className="flex items-start justify-between gap-4 text-positive">
          <dt>{t("discounts")}</dt>
          <dd>{editor ? <NumberEditor editor={editor} name="" /> : `−${money(totals.discount)}`}</dd>
        </div>
      ) : null}
      {totals.taxByRate.filter(({ tax }) => !isZero(tax)).map(({ rate, tax }) => (
        <div key={rate} className="flex justify-between gap-4 max-lg:hidden">
          <dt className="text-ink-2">{t("tax", { rate: formatPercent(rate, format) })}</dt>
          <dd>{money(tax)}</dd>
        </div>
      ))}
    </dl>
  );
}
