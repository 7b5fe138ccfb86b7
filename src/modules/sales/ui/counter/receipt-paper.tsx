"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { isZero } from "@/kernel/decimal.ts";
import { formatMoney, formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { breakWords } from "../break-words.ts";
import { ownAdjustments } from "../../rules/own-adjustments.ts";
import type { Receipt } from "./counter-state.ts";
import { printPaper } from "./print-paper.ts";
import { useCounter, useCounterState } from "./use-counter.ts";

/** The ticket of 80 mm, there only while it is printed. */
export function ReceiptPaper() {
  const { store } = useCounter();
  const sold = useCounterState((state) => (state.printing ? state.lastSold : null));
  const paper = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!sold || !paper.current) return;
    return printPaper(paper.current, () => store.setState({ printing: false }));
  }, [sold, store]);
  if (!sold) return null;
  return createPortal(
    <article ref={paper} data-paper className="num fixed top-0 left-[-200mm] w-[72mm] bg-white text-sm text-black print:static print:mx-auto">
      <Paper sold={sold} />
    </article>,
    document.body,
  );
}

function Paper({ sold }: { sold: Receipt }) {
  const t = useTranslations("pos.paper");
  const tMethod = useTranslations("pos.methods");
  const { shop, member, format, miscName } = useCounter().setting;
  const own = ownAdjustments(sold.payments, sold.rounding);
  const plain = (value: string) => formatMoney(value, format, { symbol: false });
  return (
    <div className="py-[3mm]">
      <p className="wide text-center text-md font-bold">{shop.name}</p>
      <p className="text-center">{sold.number === null ? t("unnumbered") : t("number", { number: sold.number })}</p>
      <p className="border-b border-black pb-1 text-center">{formatDateTime(sold.soldAt, format)} · {member.name}</p>
      <ol>
        {sold.lines.map((line, i) => (
          <li key={line.key} className="py-0.5">
            <span className="block">{line.name || miscName}</span>
            <span className="flex justify-between gap-2">
              <span>
                {formatQuantity(line.quantity, line.unit, format)} × {formatPrice(line.unitPrice, format, { symbol: false })}
              </span>
              <span>{plain(sold.totals.lines[i]!.gross)}</span>
            </span>
            {line.reached ? <span className="block">{t("break", breakWords(line.reached, format))}</span> : null}
          </li>
        ))}
      </ol>
      {sold.back.map((line) => (
        <p key={line.saleLineId} className="flex justify-between gap-2 py-0.5">
          <span>{t("back", { name: line.name, quantity: formatQuantity(line.quantity, line.unit, format), number: String(line.number) })}</span>
          <span>−{plain(line.total)}</span>
        </p>
      ))}
      <dl className="border-t border-black pt-1">
        {isZero(sold.totals.discount) ? null : <Row term={t("discount")} value={`−${plain(sold.totals.discount)}`} />}
        {own.map(({ method, adjustment }, i) => (isZero(adjustment) ? null : <Row key={i} term={t(adjustment.startsWith("-") ? "methodDiscount" : "methodSurcharge", { method: tMethod(method) })} value={adjustment.startsWith("-") ? `−${plain(adjustment.slice(1))}` : plain(adjustment)} />))}
        {isZero(sold.rounding) ? null : <Row term={t("rounding")} value={`−${plain(sold.rounding.slice(1))}`} />}
        <div className="text-md font-bold">
          <Row term={t("total")} value={formatMoney(sold.total, format)} />
        </div>
        {sold.payments.map(({ method, count, amount }, i) => <Row key={i} term={`${tMethod(method)}${count > 1 ? ` · ${t("count", { count })}` : ""}`} value={plain(amount)} />)}
        {isZero(sold.credit) ? null : <Row term={t("credit", { code: sold.creditCode ?? "" })} value={plain(sold.credit)} />}
        {isZero(sold.change) ? null : <Row term={t("change")} value={plain(sold.change)} />}
        {sold.totals.taxByRate.filter(({ tax }) => !isZero(tax)).map(({ rate, tax }) => (
          <Row key={rate} term={t("tax", { rate: formatPercent(rate, format) })} value={plain(tax)} />
        ))}
      </dl>
      <p className="mt-2 border-t border-black pt-1 text-center">{t("notFiscal")}</p>
    </div>
  );
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <div className="flex justify-between gap-2">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
