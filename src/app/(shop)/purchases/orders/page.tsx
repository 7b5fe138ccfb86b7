import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listPurchaseOrders } from "@/modules/ordering/queries/list-purchase-orders.ts";
import { listPurchaseOrdersSchema } from "@/modules/ordering/schema.ts";
import { ORDER_TONES } from "@/modules/ordering/ui/order-tones.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";
import { PurchaseTabs } from "../purchase-tabs.tsx";


export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.read");
  return { title: (await getTranslations("ordering"))("title") };
}

export default async function PurchaseOrdersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.read");
  const asked = listPurchaseOrdersSchema.safeParse(Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== "")));
  if (!asked.success) redirect("/purchases/orders");
  const { status } = asked.data;
  const [shop, page, t, tPurchases] = await Promise.all([getShop(ctx), listPurchaseOrders(ctx, asked.data), getTranslations("ordering"), getTranslations("purchases")]);
  const format = formatStyleOf(shop);
  const add = ctx.permissions.has("purchase.write") ? <LinkButton href="/purchases/orders/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={tPurchases("title")} actions={add}><PurchaseTabs ctx={ctx} current="orders" /></PageHeader>
      <PageBody width="wide">
        {add ? <Shortcuts items={[{ keys: "n", label: t("new"), href: "/purchases/orders/new" }]} /> : null}
        <TabLinks label={t("list.views")} items={[{ href: "/purchases/orders", label: t("list.all"), current: status === undefined }, { href: "/purchases/orders?status=draft", label: t("states.draft"), current: status === "draft" }, { href: "/purchases/orders?status=sent", label: t("states.sent"), current: status === "sent" }, { href: "/purchases/orders?status=partly_received", label: t("states.partly_received"), current: status === "partly_received" }, { href: "/purchases/orders?status=received", label: t("states.received"), current: status === "received" }, { href: "/purchases/orders?status=closed", label: t("states.closed"), current: status === "closed" }, { href: "/purchases/orders?status=cancelled", label: t("states.cancelled"), current: status === "cancelled" }]} />
        {page.items.length === 0 ? <EmptyState title={t(status ? "list.nothing" : "list.emptyTitle")} text={status ? undefined : t("list.emptyText")}>{status ? null : add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("title")}
              rows={page.items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/purchases/orders/${id}`}
              columns={[
                { key: "supplier", header: t("columns.supplier"), cell: ({ supplierName }) => <span className="break-words">{supplierName}</span>, phone: "title" },
                { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="num">{number}</span>, numeric: true, phone: "detail" },
                { key: "date", header: t("columns.date"), cell: ({ createdAt }) => <span className="num">{formatDate(new Date(createdAt), format)}</span> },
                { key: "expected", header: t("columns.expected"), cell: ({ expectedOn }) => <span className="num">{expectedOn === null ? "" : formatDate(expectedOn, format)}</span> },
                { key: "state", header: t("columns.state"), cell: ({ status: state }) => <Badge tone={ORDER_TONES[state]}>{t(`states.${state}`)}</Badge>, phone: "note" },
                { key: "total", header: t("columns.total"), cell: ({ total }) => formatMoney(total, format, { symbol: false }), numeric: true, phone: "value" },
              ]}
            />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/purchases/orders?${new URLSearchParams({ ...(status ? { status } : {}), cursor: page.nextCursor })}`} />
          </div>
        )}
      </PageBody>
    </>
  );
}
