import { Pencil } from "lucide-react";
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
import { roundMoney } from "@/kernel/money.ts";
import { cancelPurchaseOrderAction, closePurchaseOrderAction } from "@/modules/ordering/actions.ts";
import { getPurchaseOrder } from "@/modules/ordering/queries/get-purchase-order.ts";
import { OrderLink } from "@/modules/ordering/ui/order-link.tsx";
import { OrderSteps } from "@/modules/ordering/ui/order-steps.tsx";
import { ORDER_TONES } from "@/modules/ordering/ui/order-tones.ts";
import { ReceiveForm } from "@/modules/ordering/ui/receive-form.tsx";
import { ReasonDialog } from "@/modules/tenancy/ui/reason-dialog.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { openLink } from "@/modules/tenancy/queries/open-link.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";

interface OrderPageProps {
  params: Promise<{ id: string }>;
}

const loadOrder = cache(async (id: string) => {
  const ctx = await enterPage("purchase.read");
  const known = isUuid(id) ? await getPurchaseOrder(ctx.db, id) : null;
  return { ctx, order: known?.view ?? notFound() };
});

export async function generateMetadata({ params }: OrderPageProps): Promise<Metadata> {
  const { order } = await loadOrder((await params).id);
  return { title: (await getTranslations("ordering"))("one.title", { number: order.number }) };
}

export default async function OrderPage({ params }: OrderPageProps) {
  const { ctx, order } = await loadOrder((await params).id);
  const [shop, link, t] = await Promise.all([getShop(ctx), openLink(ctx, "purchase_order", order.id), getTranslations("ordering")]);
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("purchase.write");
  const isOpen = order.status === "sent" || order.status === "partly_received" || order.status === "received";
  const ends = { reason: t("one.reason"), keep: t("one.keep") };
  return (
    <ClientMessages namespaces={["ordering"]}>
      <PageHeader
        title={t("one.title", { number: order.number })}
        back={{ href: "/purchases/orders", label: t("title") }}
        actions={
          <>
            <Badge tone={ORDER_TONES[order.status]}>{t(`states.${order.status}`)}</Badge>
            {mayWrite && order.status === "draft" ? <LinkButton href={`/purchases/orders/${order.id}/edit`} tone="quiet" kbd="E" icon={<Pencil aria-hidden size={16} />}>{t("one.edit")}</LinkButton> : null}
            {mayWrite && (order.status === "draft" || order.status === "sent") ? <ReasonDialog tenantSlug={ctx.tenant.slug} id={order.id} action={cancelPurchaseOrderAction} words={{ ...ends, open: t("one.cancel"), title: t("one.cancelTitle", { number: order.number }), text: t("one.cancelText"), confirm: t("one.cancel"), done: t("one.cancelled") }} /> : null}
            {mayWrite && (order.status === "partly_received" || order.status === "received") ? <ReasonDialog tenantSlug={ctx.tenant.slug} id={order.id} action={closePurchaseOrderAction} words={{ ...ends, open: t("one.close"), title: t("one.closeTitle", { number: order.number }), text: t("one.closeText"), confirm: t("one.close"), done: t("one.closed") }} /> : null}
            <OrderSteps tenantSlug={ctx.tenant.slug} id={order.id} isDraft={order.status === "draft"} mayWrite={mayWrite} />
          </>
        }
      />
      <PageBody width="wide">
        {mayWrite && order.status === "draft" ? <Shortcuts items={[{ keys: "e", label: t("one.edit"), href: `/purchases/orders/${order.id}/edit` }]} /> : null}
        <div className="flex flex-col gap-8">
          {order.endedAt ? <Banner tone="warning">{t("one.ended", { state: t(`states.${order.status}`), date: formatDateTime(order.endedAt, format), name: order.endedBy ?? "", reason: order.endReason ?? "" })}</Banner> : null}
          <DescriptionList items={[
            { term: t("columns.supplier"), detail: ctx.permissions.has("supplier.read") ? <TextLink href={`/suppliers/${order.supplierId}`}>{order.supplierName}</TextLink> : order.supplierName },
            { term: t("form.location"), detail: order.locationName },
            { term: t("one.by"), detail: `${order.memberName}, ${formatDateTime(order.createdAt, format)}` },
            ...(order.sentAt ? [{ term: t("one.sentOn"), detail: formatDateTime(order.sentAt, format) }] : []),
            ...(order.expectedOn ? [{ term: t("columns.expected"), detail: formatDate(order.expectedOn, format) }] : []),
            ...(order.notes ? [{ term: t("form.notes"), detail: order.notes }] : []),
            { term: t("columns.total"), detail: <strong className="font-semibold">{formatMoney(order.total, format)}</strong> },
            ...(order.receipts.length > 0 ? [{ term: t("one.receipts"), detail: <span className="flex flex-wrap gap-x-3">{order.receipts.map(({ receiptId, number, paper }) => <TextLink key={receiptId} href={`/purchases/receipts/${receiptId}`}>{paper ? `${number} · ${paper}` : number}</TextLink>)}</span> }] : []),
          ]} />
          {mayWrite && (order.status === "sent" || order.status === "partly_received") ? <ReceiveForm key={order.receipts.length} tenantSlug={ctx.tenant.slug} format={format} purchaseOrderId={order.id} lines={order.lines} /> : (
            <DataTable
              caption={t("one.lines")}
              rows={order.lines}
              rowKey={({ productId }) => productId}
              columns={[
                { key: "product", header: t("columns.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
                { key: "code", header: t("columns.code"), cell: ({ supplierCode }) => <span className="font-mono text-sm">{supplierCode}</span> },
                { key: "quantity", header: t("columns.quantity"), cell: ({ quantity, unit }) => formatQuantity(quantity, unit, format), numeric: true, phone: "note" },
                { key: "received", header: t("columns.received"), cell: ({ received, unit }) => (big(received).eq(0) ? "" : formatQuantity(received, unit, format)), numeric: true },
                { key: "unitCost", header: t("columns.unitCost"), cell: ({ unitCost }) => (unitCost === null ? "" : formatPrice(unitCost, format, { symbol: false })), numeric: true },
                { key: "net", header: t("columns.net"), cell: ({ quantity, unitCost }) => (unitCost === null ? "" : formatMoney(roundMoney(big(quantity).times(unitCost)), format, { symbol: false })), numeric: true, phone: "value" },
              ]}
            />
          )}
          {order.answers.length > 0 ? (
            <section className="flex flex-col gap-2" aria-labelledby="order-answers">
              <h2 id="order-answers" className="wide text-md font-semibold">{t("one.answers")}</h2>
              <ul className="flex flex-col gap-1">{order.answers.map(({ kind, note, at }) => <li key={at}><span className="num text-ink-3">{formatDateTime(at, format)}</span> {kind === "confirmed" ? t("one.confirmed") : ""}{kind === "confirmed" && note ? ": " : ""}{note}</li>)}</ul>
            </section>
          ) : null}
          {mayWrite && isOpen ? <OrderLink tenantSlug={ctx.tenant.slug} format={format} id={order.id} link={link} names={{ supplier: order.supplierName, shop: shop.name, number: order.number }} /> : null}
          <RecordHistory ctx={ctx} entity="purchase_order" entityId={order.id} format={format} />
        </div>
      </PageBody>
    </ClientMessages>
  );
}
