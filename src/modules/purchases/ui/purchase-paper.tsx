import { useTranslations } from "next-intl";
import { big, trimZeros } from "@/kernel/decimal.ts";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatNumber, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Banner } from "@/ui/banner.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import type { PurchaseLineView, PurchaseView } from "../queries/purchase-view.ts";
import { PAYMENT_WAYS } from "../schema.ts";

interface PurchasePaperProps {
  purchase: PurchaseView;
  format: FormatStyle;
  /** Where the goods came in. */
  place: string;
  seesSupplier: boolean;
  seesProducts: boolean;
}

/** A bill as it was entered, what it did to costs, and what paid it. */
export function PurchasePaper({ purchase, format, place, seesSupplier, seesProducts }: PurchasePaperProps) {
  const t = useTranslations("purchases");
  const money = (value: string): string => formatMoney(value, format);
  const rows = purchase.lines.map((line, i) => ({ ...line, key: String(i) }));
  const some = (value: string, term: string) => (big(value).eq(0) ? [] : [{ term, detail: money(value) }]);
  return (
    <div className="flex flex-col gap-8">
      {purchase.cancelledAt ? <Banner tone="warning">{t("one.cancelled", { date: formatDateTime(purchase.cancelledAt, format), name: purchase.cancelledBy ?? "", reason: purchase.cancelReason ?? "" })}</Banner> : null}
      <DataTable
        caption={t("one.lines")}
        rows={rows}
        rowKey={({ key }) => key}
        {...(seesProducts ? { rowHref: ({ productId }: PurchaseLineView) => `/products/${productId}` } : {})}
        columns={[
          { key: "product", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
          { key: "quantity", header: t("columns.quantity"), cell: ({ quantity, unit }) => formatQuantity(quantity, unit, format), numeric: true, phone: "note" },
          { key: "unitCost", header: t("columns.unitCost"), cell: ({ unitCost, discounts }) => <><span className="sm:hidden">{t("columns.unitCost")} </span>{formatPrice(unitCost, format, { symbol: false })}{discounts ? <span className="font-mono sm:hidden"> − {discounts}</span> : null}</>, numeric: true, phone: "below" },
          { key: "discounts", header: t("columns.discounts"), cell: ({ discounts }) => <span className="font-mono text-sm">{discounts}</span> },
          { key: "net", header: t("columns.net"), cell: ({ net }) => formatMoney(net, format, { symbol: false }), numeric: true, phone: "value" },
          { key: "landed", header: t("columns.landed"), cell: ({ landedCost }) => formatPrice(landedCost, format, { symbol: false }), numeric: true },
          { key: "before", header: t("columns.before"), cell: ({ costBefore }) => (costBefore === null ? "" : formatPrice(costBefore, format, { symbol: false })), numeric: true },
        ]}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <DescriptionList
          items={[
            { term: t("one.supplier"), detail: seesSupplier ? <TextLink href={`/suppliers/${purchase.supplierId}`}>{purchase.supplierName}</TextLink> : purchase.supplierName },
            { term: t("one.date"), detail: formatDate(purchase.date, format) },
            { term: t("one.dueDate"), detail: formatDate(purchase.dueDate, format) },
            { term: t("form.location"), detail: place },
            { term: t("one.by"), detail: `${purchase.memberName}, ${formatDateTime(purchase.postedAt, format)}` },
            ...(purchase.notes ? [{ term: t("one.notes"), detail: purchase.notes }] : []),
          ]}
        />
        <DescriptionList
          items={[
            { term: t("one.subtotal"), detail: money(purchase.subtotal) },
            ...some(purchase.freight, `${t("one.freight")} (${t(`spread.${purchase.freightSpread}`).toLowerCase()})`),
            ...purchase.taxes.map(({ taxRate, tax }) => ({ term: t("one.vat", { rate: formatNumber(trimZeros(taxRate), format) }), detail: money(tax) })),
            ...some(purchase.otherTaxes, t("one.otherTaxes")),
            { term: t("one.total"), detail: <strong className="font-semibold">{money(purchase.total)}</strong> },
            ...purchase.payments.map(({ paymentId, date, method, amount }) => {
              const way = PAYMENT_WAYS.find((known) => known === method);
              return { term: `${t("one.paid")} ${formatDate(date, format)}`, detail: `${money(amount)}${way ? ` · ${t(`pay.methods.${way}`)}` : ""}`, key: paymentId };
            }),
            ...some(purchase.due, t("one.due")),
          ]}
        />
      </div>
    </div>
  );
}
