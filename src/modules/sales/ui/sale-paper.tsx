import { getTranslations } from "next-intl/server";
import { compare, isZero, trimZeros } from "@/kernel/decimal.ts";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Money } from "@/ui/money.tsx";
import { breakWords } from "./break-words.ts";
import { ownAdjustments } from "../rules/own-adjustments.ts";
import type { SaleLineView, SaleView } from "../queries/sale-view.ts";

interface SalePaperProps {
  sale: SaleView;
  shopName: string;
  format: FormatStyle;
}

/** The sale as the paper that was handed over. */
export async function SalePaper({ sale, shopName, format }: SalePaperProps) {
  const t = await getTranslations("sales");
  const own = ownAdjustments(sale.payments, sale.rounding);
  return (
    <section aria-label={t("paper")} className="perforated border-x border-line bg-surface px-6 py-7">
      <header className="mb-4">
        <p className="wide text-md font-bold">{shopName}</p>
        <p className="num text-sm text-ink-2">{t("one", { number: String(sale.number) })} · {formatDateTime(sale.soldAt, format)}</p>
      </header>
      <ol className="border-t-2 border-ink">
        {sale.lines.map((line) => <PaperLine key={line.id} line={line} format={format} />)}
      </ol>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-1 text-sm">
        {isZero(sale.discount) && isZero(sale.adjustment) ? null : <Row term={t("totals.subtotal")} value={formatMoney(sale.subtotal, format)} />}
        {isZero(sale.discount) ? null : <Row term={t("totals.discount")} value={formatMoney(`-${sale.discount}`, format)} />}
        {own.map(({ id, method, adjustment }) => (isZero(adjustment) ? null : <Row key={id} term={t(adjustment.startsWith("-") ? "totals.methodDiscount" : "totals.methodSurcharge", { method: t(`methods.${method as "cash"}`) })} value={formatMoney(adjustment, format)} />))}
        {isZero(sale.rounding) ? null : <Row term={t("totals.rounding")} value={formatMoney(sale.rounding, format)} />}
        <Row term={t("totals.tax")} value={formatMoney(sale.tax, format)} />
      </dl>
      <p className="ledger-rule mt-3 flex items-baseline justify-between pt-2">
        <span className="label">{t("totals.total")}</span>
        <Money value={sale.total} format={format} size="lg" />
      </p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-1 text-sm">
        {sale.payments.map((payment) => <Row key={payment.id} term={`${t(`methods.${payment.method as "cash"}`)}${payment.installments === null ? "" : ` · ${t("totals.count", { count: payment.installments })}`}`} value={formatMoney(payment.amount, format)} />)}
        {compare(sale.change, "0") > 0 ? <Row term={t(sale.total.startsWith("-") ? "totals.givenBack" : "totals.change")} value={formatMoney(sale.change, format)} /> : null}
      </dl>
      {sale.notes ? <p className="mt-4 text-sm text-ink-2">{sale.notes}</p> : null}
    </section>
  );
}

async function PaperLine({ line, format }: { line: SaleLineView; format: FormatStyle }) {
  const t = await getTranslations("sales.line");
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2">
      <span>{line.name}</span>
      <span className="num text-right font-medium">{formatMoney(line.total, format, { symbol: false })}</span>
      <span className="num col-span-2 text-sm text-ink-3">
        {formatQuantity(line.quantity, line.unit, format)} × {formatMoney(trimZeros(line.unitPrice), format, { symbol: false })}
        {isZero(line.discount) ? null : ` · −${formatMoney(line.discount, format, { symbol: false })}`}
      </span>
      {line.quantity.startsWith("-") && line.returnedLineId === null ? <span className="col-span-2 text-sm text-ink-2">{t("unreceipted")}</span> : null}
      {line.priceList ? <span className="col-span-2 text-sm text-ink-2">{t("priceList", { name: line.priceList.name })}</span> : null}
      {line.quantityBreak ? <span className="num col-span-2 text-sm text-ink-2">{t("break", breakWords(line.quantityBreak, format))}</span> : null}
    </li>
  );
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt className="text-ink-2">{term}</dt>
      <dd className="num text-right">{value}</dd>
    </>
  );
}
