import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { big } from "@/kernel/decimal.ts";
import { formatDate, formatDateTime } from "@/kernel/format-date.ts";
import { formatMoney, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { cancelReceiptAction } from "@/modules/purchases/actions.ts";
import { getReceipt } from "@/modules/purchases/queries/get-receipt.ts";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";

interface ReceiptPageProps {
  params: Promise<{ id: string }>;
}

const TONES = { unbilled: "warning", partly_billed: "info", billed: "positive", cancelled: undefined } as const;

const loadReceipt = cache(async (id: string) => {
  const ctx = await enterPage("purchase.read");
  const known = isUuid(id) ? await getReceipt(ctx.db, id) : null;
  return { ctx, receipt: known?.view ?? notFound() };
});

export async function generateMetadata({ params }: ReceiptPageProps): Promise<Metadata> {
  const { receipt } = await loadReceipt((await params).id);
  return { title: (await getTranslations("receiving"))("receipt.title", { number: receipt.number }) };
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { ctx, receipt } = await loadReceipt((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("receiving")]);
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("purchase.write");
  const waits = mayWrite && (receipt.status === "unbilled" || receipt.status === "partly_billed");
  const billHref = `/purchases/new?receiptId=${receipt.id}`;
  return (
    <ClientMessages namespaces={["receiving"]}>
      <PageHeader
        title={t("receipt.title", { number: receipt.number })}
        back={{ href: "/purchases/receipts", label: t("receipts.title") }}
        actions={
          <>
            <Badge tone={TONES[receipt.status]}>{t(`receipts.states.${receipt.status}`)}</Badge>
            {mayWrite && receipt.status === "unbilled" ? <ReasonDialog tenantSlug={ctx.tenant.slug} id={receipt.id} action={cancelReceiptAction} words={{ open: t("receipt.cancel"), title: t("receipt.cancelTitle", { number: receipt.number }), text: t("receipt.cancelText"), reason: t("receipt.reason"), confirm: t("receipt.confirm"), keep: t("receipt.keep"), done: t("receipt.done") }} /> : null}
            {waits ? <LinkButton href={billHref} tone="primary" kbd="B">{t("receipt.bill")}</LinkButton> : null}
          </>
        }
      />
      <PageBody width="wide">
        {waits ? <Shortcuts items={[{ keys: "b", label: t("receipt.bill"), href: billHref }]} /> : null}
        <div className="flex flex-col gap-8">
          {receipt.cancelledAt ? <Banner tone="warning">{t("receipt.cancelled", { date: formatDateTime(receipt.cancelledAt, format), name: receipt.cancelledBy ?? "", reason: receipt.cancelReason ?? "" })}</Banner> : null}
          <DescriptionList items={[
            { term: t("columns.supplier"), detail: ctx.permissions.has("supplier.read") ? <TextLink href={`/suppliers/${receipt.supplierId}`}>{receipt.supplierName}</TextLink> : receipt.supplierName },
            ...(receipt.purchaseOrderId ? [{ term: t("receipt.order"), detail: <TextLink href={`/purchases/orders/${receipt.purchaseOrderId}`}>{receipt.purchaseOrderNumber}</TextLink> }] : []),
            ...(receipt.paper ? [{ term: t("columns.paper"), detail: <span className="font-mono text-sm">{receipt.paper}</span> }] : []),
            { term: t("columns.date"), detail: formatDate(receipt.date, format) },
            { term: t("form.location"), detail: receipt.locationName },
            { term: t("receipt.by"), detail: `${receipt.memberName}, ${formatDateTime(receipt.postedAt, format)}` },
            ...(receipt.notes ? [{ term: t("form.notes"), detail: receipt.notes }] : []),
            { term: t("columns.value"), detail: <strong className="font-semibold">{formatMoney(receipt.value, format)}</strong> },
            ...(receipt.bills.length > 0 ? [{ term: t("receipt.bills"), detail: <span className="flex flex-wrap gap-x-3">{receipt.bills.map(({ purchaseId, number }) => <TextLink key={purchaseId} href={`/purchases/${purchaseId}`}>{number}</TextLink>)}</span> }] : []),
          ]} />
          <DataTable
            caption={t("form.lines")}
            rows={receipt.lines}
            rowKey={({ productId }) => productId}
            columns={[
              { key: "product", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
              ...(receipt.purchaseOrderId ? [{ key: "ordered", header: t("columns.ordered"), cell: ({ ordered, unit }: (typeof receipt.lines)[number]) => (ordered === null ? "" : formatQuantity(ordered, unit, format)), numeric: true }] : []),
              { key: "quantity", header: t("columns.quantity"), cell: ({ quantity, unit }) => formatQuantity(quantity, unit, format), numeric: true, phone: "note" },
              { key: "billed", header: t("columns.billed"), cell: ({ billed, unit }) => (big(billed).eq(0) ? "" : formatQuantity(billed, unit, format)), numeric: true },
              { key: "reason", header: t("columns.reason"), cell: ({ reason }) => <span className="break-words">{reason}</span> },
              { key: "unitCost", header: t("columns.unitCost"), cell: ({ unitCost }) => formatPrice(unitCost, format, { symbol: false }), numeric: true },
              { key: "value", header: t("columns.value"), cell: ({ value }) => formatMoney(value, format, { symbol: false }), numeric: true, phone: "value" },
            ]}
          />
          <RecordHistory ctx={ctx} entity="goods_receipt" entityId={receipt.id} format={format} />
        </div>
      </PageBody>
    </ClientMessages>
  );
}
