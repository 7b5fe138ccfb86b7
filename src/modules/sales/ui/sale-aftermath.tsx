import { getTranslations } from "next-intl/server";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { ApprovalView, SaleView } from "../queries/sale-view.ts";
import type { ReturnView } from "../queries/return-view.ts";

/** What happened to a sale after it was made: each return with its goods, its money and its reason, and the cancellation. */
export async function SaleAftermath({ sale, format }: { sale: SaleView; format: FormatStyle }) {
  const t = await getTranslations("sales.aftermath");
  if (sale.returns.length === 0 && !sale.cancellation && sale.approvals.length === 0) return null;
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
      <ol>{sale.returns.map((one) => <ReturnRow key={one.id} one={one} format={format} />)}</ol>
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

async function ReturnRow({ one, format }: { one: ReturnView; format: FormatStyle }) {
  const [t, tMethods] = await Promise.all([getTranslations("sales.aftermath"), getTranslations("sales.methods")]);
  return (
    <li className="border-b border-line py-3">
      <p className="flex items-baseline justify-between gap-4 font-medium">
        <span>{t("return", { number: String(one.number), name: one.memberName })}</span>
        <span className="num">{formatMoney(one.total, format)}</span>
      </p>
      <p className="num text-sm text-ink-3">{formatDateTime(one.returnedAt, format)}</p>
      <ul className="mt-1 text-sm text-ink-2">
        {one.lines.map((line) => <li key={line.saleLineId}>{formatQuantity(line.quantity, line.unit, format)} · {line.name}</li>)}
        {one.refunds.map(({ method, amount }) => <li key={method}>{t("refund", { amount: formatMoney(amount, format), method: tMethods(method) })}</li>)}
        {one.storeCredits.map(({ code, balance }) => <li key={code} className="num">{t("credit", { code, balance: formatMoney(balance, format) })}</li>)}
        <li>{one.reason}</li>
      </ul>
    </li>
  );
}
