import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { TextLink } from "@/ui/text-link.tsx";
import type { ReturnView } from "../queries/return-view.ts";
import { receiptOfReturn, type ReceiptIssuer } from "../rules/receipt.ts";
import type { SaleEvent } from "../rules/tell-sale.ts";
import type { SaleView } from "../queries/sale-view.ts";
import { ReceiptButtons } from "./receipt-buttons.tsx";

interface SaleStoryProps {
  sale: SaleView;
  story: readonly SaleEvent[];
  /** Null: the anonymous buyer. */
  customer: string | null;
  /** What every receipt of it is printed with. */
  paper: Paper;
  /** Whether this member may look at the shifts. */
  seesShifts: boolean;
}

interface Paper {
  tenantSlug: string;
  format: FormatStyle;
  saleId: string;
  issuer: ReceiptIssuer;
}

/** Everything that happened to a sale, in time: what, who, when and why. */
export async function SaleStory({ story, ...rest }: SaleStoryProps) {
  const t = await getTranslations("sales.story");
  return (
    <section aria-labelledby="story" className="mb-8">
      <h2 id="story" className="wide mb-2 text-md font-bold">{t("title")}</h2>
      <ol className="border-t border-line">{story.map((event, i) => <StoryRow key={i} event={event} {...rest} />)}</ol>
    </section>
  );
}

type RowProps = Omit<SaleStoryProps, "story"> & { event: SaleEvent };

async function StoryRow(props: RowProps) {
  const { event, paper } = props;
  const t = await getTranslations("sales.story");
  return (
    <li className="border-b border-line py-3">
      <p className="flex items-baseline justify-between gap-4 font-medium">
        <span>{await headOf(props)}</span>
        {event.kind === "returned" ? <span className="num">{formatMoney(event.one.total, paper.format)}</span> : null}
      </p>
      <p className="num text-sm text-ink-3">{event.by === null ? formatDateTime(event.at, paper.format) : t("by", { at: formatDateTime(event.at, paper.format), name: event.by })}</p>
      {await detailOf(props)}
    </li>
  );
}

async function headOf({ event, sale }: RowProps): Promise<ReactNode> {
  const [t, tPrint, tKinds] = await Promise.all([getTranslations("sales.story"), getTranslations("sales.print"), getTranslations("sales.approvable")]);
  switch (event.kind) {
    case "approved":
      return t("approved", { asker: event.approval.askedBy, kinds: event.approval.kinds.map((kind) => tKinds(kind)).join(", ") });
    case "took_back":
    case "exchanged": {
      const { saleId, number } = event.exchange;
      return t.rich(event.kind, { number: String(number), sale: (text) => <TextLink href={`/sales/${saleId}`}>{text}</TextLink> });
    }
    case "returned":
      return t("returned", { number: String(event.one.number) });
    case "printed":
      return t("printed", { what: tPrint("one", { kind: event.print.returnId === null ? "sale" : "return", form: event.print.form, copy: event.print.isCopy ? "yes" : "no" }), count: event.count });
    case "sold":
      return t("sold", { number: String(sale.number) });
    default:
      return t(event.kind);
  }
}

async function detailOf({ event, sale, customer, paper, seesShifts }: RowProps): Promise<ReactNode> {
  const [t, tMethods] = await Promise.all([getTranslations("sales.story"), getTranslations("sales.methods")]);
  const { format } = paper;
  switch (event.kind) {
    case "sold": {
      const { locationName, registerName, shift } = event.origin;
      return (
        <ul className="mt-1 text-sm text-ink-2">
          <li>
            {[locationName, registerName].filter(Boolean).join(" · ")}
            {shift && seesShifts ? <> · <TextLink href={`/cash/${shift.id}`}>{shift.number === null ? t("shift") : t("z", { number: String(shift.number) })}</TextLink></> : null}
          </li>
          {sale.payments.map(({ id, method, amount }) => <li key={id}>{t("paid", { amount: formatMoney(amount, format), method: tMethods(method as "cash") })}</li>)}
          {sale.storeCredits.map(({ code, balance }) => <li key={code} className="num">{t("credit", { code, balance: formatMoney(balance, format) })}</li>)}
        </ul>
      );
    }
    case "approved":
      return <p className="text-sm text-ink-2">{event.approval.reason}</p>;
    case "cancelled":
      return <p className="text-sm text-ink-2">{event.reason}</p>;
    case "took_back":
    case "exchanged":
      return <p className="text-sm text-ink-2">{t(event.exchange.isCancelled ? "worthCancelled" : "worth", { amount: formatMoney(event.exchange.worth, format) })}</p>;
    case "returned":
      return <ReturnDetail one={event.one} customer={customer} paper={paper} />;
    case "shared":
      return <p className="text-sm text-ink-2">{t("until", { date: formatDate(new Date(event.expiresAt), format) })}</p>;
    default:
      return null;
  }
}

async function ReturnDetail({ one, customer, paper }: { one: ReturnView; customer: string | null; paper: Paper }) {
  const { format } = paper;
  const [t, tMethods] = await Promise.all([getTranslations("sales.story"), getTranslations("sales.methods")]);
  return (
    <>
      <ul className="mt-1 text-sm text-ink-2">
        {one.lines.map((line) => <li key={line.saleLineId}>{formatQuantity(line.quantity, line.unit, format)} · {line.name}</li>)}
        {one.refunds.map(({ method, amount }) => <li key={method}>{t("refund", { amount: formatMoney(amount, format), method: tMethods(method) })}</li>)}
        {one.storeCredits.map(({ code, balance }) => <li key={code} className="num">{t("credit", { code, balance: formatMoney(balance, format) })}</li>)}
        <li>{one.reason}</li>
      </ul>
      <div className="mt-1 flex gap-1"><ReceiptButtons {...paper} returnId={one.id} content={receiptOfReturn(one, customer)} /></div>
    </>
  );
}
