import { getTranslations } from "next-intl/server";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { PrintView } from "../queries/list-prints.ts";
import { receiptOfReturn, type ReceiptIssuer } from "../rules/receipt.ts";
import { ReceiptButtons } from "./receipt-buttons.tsx";
import type { ApprovalView, SaleView } from "../queries/sale-view.ts";
import type { ReturnView } from "../queries/return-view.ts";

/** What happened to a sale after it was made: each return with its goods, its money and its reason, and the cancellation. */
interface AftermathProps {
  sale: SaleView;
  prints: readonly PrintView[];
  /** Null: the anonymous buyer. */
  customer: string | null;
  /** What every receipt of it is printed with. */
  paper: Paper;
}

interface Paper {
  tenantSlug: string;
  format: FormatStyle;
  saleId: string;
  issuer: ReceiptIssuer;
}

export async function SaleAftermath({ sale, prints, customer, paper }: AftermathProps) {
  const { format } = paper;
  const [t, tPrint] = await Promise.all([getTranslations("sales.aftermath"), getTranslations("sales.print")]);
  if (sale.returns.length === 0 && !sale.cancellation && sale.approvals.length === 0 && prints.length === 0) return null;
  return (
    <section aria-labelledby="aftermath" className="mb-8">
      <h2 id="aftermath" className="wide mb-2 text-md font-bold">{t("title")}</h2>
      {sale.approvals.map((approval) => <ApprovalRow key={approval.documentId + approval.document} approval={approval} format={format} />)}
      {sale.cancellation ? (
        <p className="border-b border-line py-3">
          <span className="block font-medium">{t("cancelled", { name: sale.cancellation.memberName })}</span>
          <span className="num block text-sm text-ink-3">{formatDateTime(sale.cancellation.at, format)}</span>
          <span className="block text-sm text-ink-2">{sale.cancellation.reason}</span>
        </p>
      ) : null}
      <ol>{sale.returns.map((one) => <ReturnRow key={one.id} one={one} customer={customer} paper={paper} />)}</ol>
      {prints.length === 0 ? null : (
        <details className="py-3">
          <summary className="cursor-pointer font-medium">{tPrint("list")} <span className="num text-ink-3">{prints.length}</span></summary>
          <ul className="num mt-1 text-sm text-ink-2">
            {prints.map(({ id, returnId, form, isCopy, memberName, at }) => <li key={id}>{tPrint("one", { kind: returnId === null ? "sale" : "return", form, copy: isCopy ? "yes" : "no" })} · {tPrint("by", { name: memberName, at: formatDateTime(at, format) })}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Who allowed what, for whom and why. */
async function ApprovalRow({ approval: { memberName, askedBy, kinds, at, reason }, format }: { approval: ApprovalView; format: FormatStyle }) {
  const [t, tKinds] = await Promise.all([getTranslations("sales.aftermath"), getTranslations("sales.approvable")]);
  return (
    <p className="border-b border-line py-3">
      <span className="block font-medium">{t("approved", { name: memberName, asker: askedBy, kinds: kinds.map((kind) => tKinds(kind)).join(", ") })}</span>
      <span className="num block text-sm text-ink-3">{formatDateTime(at, format)}</span>
      <span className="block text-sm text-ink-2">{reason}</span>
    </p>
  );
}

async function ReturnRow({ one, customer, paper }: { one: ReturnView; customer: string | null; paper: Paper }) {
  const { format } = paper;
  const [t, tMethods] = await Promise.all([getTranslations("sales.aftermath"), getTranslations("sales.methods")]);
  return (
    <li className="border-b border-line py-3">
      <p className="flex items-baseline justify-between gap-4 font-medium">
        <span>{t("return", { number: String(one.number), name: one.memberName })}</span>
        <span className="num">{formatMoney(one.total, format)}</span>
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="num text-sm text-ink-3">{formatDateTime(one.returnedAt, format)}</p>
        <div className="flex gap-1"><ReceiptButtons {...paper} returnId={one.id} content={receiptOfReturn(one, customer)} /></div>
      </div>
      <ul className="mt-1 text-sm text-ink-2">
        {one.lines.map((line) => <li key={line.saleLineId}>{formatQuantity(line.quantity, line.unit, format)} · {line.name}</li>)}
        {one.refunds.map(({ method, amount }) => <li key={method}>{t("refund", { amount: formatMoney(amount, format), method: tMethods(method) })}</li>)}
        {one.storeCredits.map(({ code, balance }) => <li key={code} className="num">{t("credit", { code, balance: formatMoney(balance, format) })}</li>)}
        <li>{one.reason}</li>
      </ul>
    </li>
  );
}
