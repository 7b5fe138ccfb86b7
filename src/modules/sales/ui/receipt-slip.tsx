import { useTranslations } from "next-intl";
import { compare, isZero, trimZeros } from "@/kernel/decimal.ts";
import { sumMoney } from "@/kernel/money.ts";
import { formatMoney, formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { taxLegend, type ReceiptContent, type ReceiptIssuer, type ReceiptLine } from "../rules/receipt.ts";
import { breakWords } from "./break-words.ts";

interface SlipProps {
  content: ReceiptContent;
  issuer: ReceiptIssuer;
  format: FormatStyle;
  isCopy: boolean;
}

/** A receipt on a till's roll; as wide as what it stands in, in nothing but black. */
export function ReceiptSlip({ content, issuer, format, isCopy }: SlipProps) {
  const t = useTranslations("receipt");
  const plain = (value: string) => formatMoney(value, format, { symbol: false });
  const signed = (value: string) => signedMoney(value, format);
  return (
    <div className="py-[3mm]">
      <Head content={content} issuer={issuer} format={format} isCopy={isCopy} />
      <ol>{content.lines.map((line) => <SlipLine key={line.key} line={line} format={format} />)}</ol>
      {content.back.map(({ key, name, quantity, unit, number, total }) => (
        <p key={key} className="flex justify-between gap-2 py-0.5">
          <span className="break-words">{t("back", { name, quantity: formatQuantity(quantity, unit, format), number: number ?? "none" })}</span>
          <span className="whitespace-nowrap">−{plain(total)}</span>
        </p>
      ))}
      <dl className="border-t border-current pt-1">
        {isZero(content.discount) ? null : <Row term={t("discount")} value={signed(content.discount.startsWith("-") ? content.discount.slice(1) : `-${content.discount}`)} />}
        {content.adjustments.map(({ method, amount }, i) => <Row key={i} term={t(amount.startsWith("-") ? "methodDiscount" : "methodSurcharge", { method: t(`methods.${method as "cash"}`) })} value={signed(amount)} />)}
        {isZero(content.rounding) ? null : <Row term={t("rounding")} value={signed(content.rounding)} />}
        <Row isTotal term={t(content.kind === "return" ? "refunded" : "total")} value={formatMoney(content.total, format)} />
        {content.payments.map(({ method, count, amount }, i) => <Row key={i} term={`${t(`methods.${method as "cash"}`)}${count > 1 ? ` · ${t("count", { count })}` : ""}`} value={signed(amount)} />)}
        {compare(content.change, "0") === 0 ? null : <Row term={t("change")} value={plain(content.change)} />}
        {content.credits.map(({ code, amount }) => <Row key={code} term={code === null ? t("creditWaiting") : t("credit", { code })} value={plain(amount)} />)}
      </dl>
      <Taxes content={content} issuer={issuer} format={format} />
      <p className="mt-2 border-t border-current pt-1 text-center">{t("notFiscal")}</p>
    </div>
  );
}

function signedMoney(value: string, format: FormatStyle): string {
  return value.startsWith("-") ? `−${formatMoney(value.slice(1), format, { symbol: false })}` : formatMoney(value, format, { symbol: false });
}

function Head({ content, issuer, format, isCopy }: SlipProps) {
  const t = useTranslations("receipt");
  const facts = [
    issuer.legalName,
    issuer.taxId === null ? null : t("taxId", { id: issuer.taxId }),
    issuer.taxCondition === null ? null : t(`conditions.${issuer.taxCondition}`),
    issuer.address,
  ].filter((fact) => fact !== null);
  const title = content.kind === "return" ? t("return", { number: content.number ?? "" }) : content.number === null ? t("unnumbered") : t("sale", { number: content.number });
  return (
    <header className="border-b border-current pb-1 text-center">
      {isCopy ? <p className="mb-1 border-2 border-current font-bold tracking-widest">{t("copy")}</p> : null}
      <p className="wide text-md font-bold break-words">{issuer.name}</p>
      {facts.map((fact) => <p key={fact} className="break-words">{fact}</p>)}
      <p className="font-bold">{title}</p>
      {content.ofSale === null ? null : <p>{t("ofSale", { number: content.ofSale })}</p>}
      <p>{formatDateTime(content.at, format)} · {content.memberName}</p>
      {content.customer === null ? null : <p className="break-words">{t("customer", { name: content.customer })}</p>}
    </header>
  );
}

function SlipLine({ line, format }: { line: ReceiptLine; format: FormatStyle }) {
  const t = useTranslations("receipt");
  return (
    <li className="py-0.5">
      <span className="block break-words">{line.name}</span>
      <span className="flex justify-between gap-2">
        <span>{formatQuantity(line.quantity, line.unit, format)} × {formatPrice(trimZeros(line.unitPrice), format, { symbol: false })}</span>
        <span>{formatMoney(line.gross, format, { symbol: false })}</span>
      </span>
      {line.priceList === null ? null : <span className="block">{t("priceList", { name: line.priceList })}</span>}
      {line.quantityBreak ? <span className="block">{t("break", breakWords(line.quantityBreak, format))}</span> : null}
    </li>
  );
}

function Taxes({ content: { taxes }, issuer, format }: Pick<SlipProps, "content" | "issuer" | "format">) {
  const t = useTranslations("receipt");
  const legend = taxLegend(issuer);
  const signed = (value: string) => signedMoney(value, format);
  if (legend === "none" || (legend === "rates" && taxes.length === 0)) return null;
  return (
    <div className="mt-1 border-t border-current pt-1">
      {legend === "transparency" ? <p className="text-center font-bold">{t("transparency")}</p> : null}
      <dl>
        {legend === "transparency" ? (
          <>
            <Row term={t("taxContained")} value={signed(sumMoney(taxes.map(({ tax }) => tax)))} />
            <Row term={t("otherTaxes")} value={signed("0.00")} />
          </>
        ) : taxes.map(({ rate, tax }) => <Row key={rate} term={t("tax", { rate: formatPercent(rate, format) })} value={signed(tax)} />)}
      </dl>
    </div>
  );
}

function Row({ term, value, isTotal = false }: { term: string; value: string; isTotal?: boolean }) {
  return (
    <div className={`flex justify-between gap-2 ${isTotal ? "text-md font-bold" : ""}`}>
      <dt>{term}</dt>
      <dd className="whitespace-nowrap">{value}</dd>
    </div>
  );
}
