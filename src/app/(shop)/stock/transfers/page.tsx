import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listTransfers } from "@/modules/stock/queries/list-transfers.ts";
import { listTransfersSchema, TRANSFER_STATES } from "@/modules/stock/schema.ts";
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

const TONES = { requested: "info", in_transit: "warning", received: "positive", canceled: undefined } as const;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.read");
  return { title: (await getTranslations("stock"))("tabs.transfers") };
}

export default async function TransfersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("stock.read");
  const asked = listTransfersSchema.safeParse(Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== "")));
  if (!asked.success) redirect("/stock/transfers");
  const { status, locationId } = asked.data;
  const at: Record<string, string> = locationId ? { locationId } : {};
  const href = (more: Record<string, string>): string => `/stock/transfers?${new URLSearchParams({ ...at, ...more })}`;
  const [shop, page, t] = await Promise.all([getShop(ctx), listTransfers(ctx, asked.data), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  const add = ctx.permissions.has("stock.transfer") ? <LinkButton href="/stock/transfers/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("transfer.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={t("page")} actions={add}><StockTabs current="transfers" mayPlace={ctx.permissions.has("location.write")} seesCost={ctx.permissions.has("product.cost")} /></PageHeader>
      <PageBody>
        {add ? <Shortcuts items={[{ keys: "n", label: t("transfer.new"), href: "/stock/transfers/new" }]} /> : null}
        <TabLinks label={t("shelf.views")} items={[{ href: href({}), label: t("shelf.view.all"), current: status === undefined }, ...TRANSFER_STATES.map((one) => ({ href: href({ status: one }), label: t(`transfer.states.${one}`), current: one === status }))]} />
        {page.items.length === 0 ? <EmptyState title={t(status ? "shelf.allWell" : "transfer.none")} text={status ? undefined : t("transfer.noneText")}>{status ? null : add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("tabs.transfers")}
              rows={page.items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/stock/transfers/${id}`}
              columns={[
                { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="num">{number}</span>, phone: "title" },
                { key: "at", header: t("columns.at"), cell: ({ requestedAt }) => <span className="num whitespace-nowrap">{formatDateTime(requestedAt, format)}</span>, phone: "note" },
                { key: "from", header: t("transfer.from"), cell: ({ from, to }) => <>{from}<span className="sm:hidden"> → {to}</span></>, phone: "detail" },
                { key: "to", header: t("transfer.to"), cell: ({ to }) => to },
                { key: "lines", header: t("columns.lines"), cell: ({ lineCount }) => lineCount, numeric: true },
                { key: "status", header: t("transfer.status"), cell: (row) => <Badge tone={TONES[row.status]}>{t(`transfer.states.${row.status}`)}</Badge>, phone: "value" },
              ]}
            />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : href({ ...(status ? { status } : {}), cursor: page.nextCursor })} />
          </div>
        )}
      </PageBody>
    </>
  );
}
