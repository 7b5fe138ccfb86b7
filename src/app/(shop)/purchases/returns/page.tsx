import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listReturns } from "@/modules/purchases/queries/list-returns.ts";
import { listReturnsSchema } from "@/modules/purchases/schema.ts";
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

const TONES = { pending: "warning", credited: "positive", cancelled: undefined } as const;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("purchase.read");
  return { title: (await getTranslations("receiving"))("returns.title") };
}

export default async function ReturnsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("purchase.read");
  const asked = listReturnsSchema.safeParse(Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== "")));
  if (!asked.success) redirect("/purchases/returns");
  const { status } = asked.data;
  const [shop, page, t, tPurchases] = await Promise.all([getShop(ctx), listReturns(ctx, asked.data), getTranslations("receiving"), getTranslations("purchases")]);
  const format = formatStyleOf(shop);
  const add = ctx.permissions.has("purchase.write") ? <LinkButton href="/purchases/returns/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("returns.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={tPurchases("title")} actions={add}><PurchaseTabs ctx={ctx} current="returns" /></PageHeader>
      <PageBody width="wide">
        {add ? <Shortcuts items={[{ keys: "n", label: t("returns.new"), href: "/purchases/returns/new" }]} /> : null}
        <TabLinks label={t("returns.views")} items={[{ href: "/purchases/returns", label: t("returns.all"), current: status === undefined }, { href: "/purchases/returns?status=pending", label: t("returns.pending"), current: status === "pending" }]} />
        {page.items.length === 0 ? <EmptyState title={t(status ? "returns.nothing" : "returns.emptyTitle")} text={status ? undefined : t("returns.emptyText")}>{status ? null : add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("returns.title")}
              rows={page.items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/purchases/returns/${id}`}
              columns={[
                { key: "supplier", header: t("columns.supplier"), cell: ({ supplierName }) => <span className="break-words">{supplierName}</span>, phone: "title" },
                { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="num">{number}</span>, numeric: true },
                { key: "date", header: t("columns.date"), cell: ({ date }) => <span className="num">{formatDate(date, format)}</span> },
                { key: "reason", header: t("columns.reason"), cell: ({ reason }) => <span className="break-words">{reason}</span>, phone: "detail" },
                { key: "state", header: t("columns.state"), cell: ({ status: state }) => <Badge tone={TONES[state]}>{t(`returns.states.${state}`)}</Badge>, phone: "note" },
                { key: "value", header: t("columns.value"), cell: ({ value }) => formatMoney(value, format, { symbol: false }), numeric: true, phone: "value" },
              ]}
            />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/purchases/returns?${new URLSearchParams({ ...(status ? { status } : {}), cursor: page.nextCursor })}`} />
          </div>
        )}
      </PageBody>
    </>
  );
}
