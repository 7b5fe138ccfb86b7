import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listCounts } from "@/modules/stock/queries/list-counts.ts";
import { COUNT_STATES, listCountsSchema } from "@/modules/stock/schema.ts";
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
import { StockTabs } from "../stock-tabs.tsx";

const TONES = { open: "info", review: "warning", posted: "positive", canceled: undefined } as const;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.read");
  return { title: (await getTranslations("stock"))("tabs.counts") };
}

export default async function CountsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("stock.read");
  const asked = listCountsSchema.safeParse(Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== "")));
  if (!asked.success) redirect("/stock/counts");
  const { status } = asked.data;
  const [shop, page, t] = await Promise.all([getShop(ctx), listCounts(ctx, asked.data), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  const add = ctx.permissions.has("stock.count") ? <LinkButton href="/stock/counts/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("count.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={t("page")} actions={add}><StockTabs current="counts" mayPlace={ctx.permissions.has("location.write")} seesCost={ctx.permissions.has("product.cost")} /></PageHeader>
      <PageBody>
        {add ? <Shortcuts items={[{ keys: "n", label: t("count.new"), href: "/stock/counts/new" }]} /> : null}
        <TabLinks label={t("shelf.views")} items={[{ href: "/stock/counts", label: t("shelf.view.all"), current: status === undefined }, ...COUNT_STATES.map((one) => ({ href: `/stock/counts?status=${one}`, label: t(`count.states.${one}`), current: one === status }))]} />
        {page.items.length === 0 ? <EmptyState title={t(status ? "shelf.allWell" : "count.none")} text={status ? undefined : t("count.noneText")}>{status ? null : add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("tabs.counts")}
              rows={page.items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/stock/counts/${id}`}
              columns={[
                { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="num">{number}</span>, phone: "title" },
                { key: "at", header: t("columns.at"), cell: ({ openedAt }) => <span className="num whitespace-nowrap">{formatDateTime(openedAt, format)}</span>, phone: "detail" },
                { key: "location", header: t("location"), cell: ({ location }) => location },
                { key: "member", header: t("columns.member"), cell: ({ openedBy }) => openedBy },
                { key: "progress", header: t("columns.lines"), cell: ({ countedCount, plannedCount }) => t("count.progress", { counted: countedCount, planned: plannedCount }), phone: "note" },
                { key: "status", header: t("transfer.status"), cell: (row) => <Badge tone={TONES[row.status]}>{t(`count.states.${row.status}`)}</Badge>, phone: "value" },
              ]}
            />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/stock/counts?${new URLSearchParams({ ...(status ? { status } : {}), cursor: page.nextCursor })}`} />
          </div>
        )}
      </PageBody>
    </>
  );
}
