import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatMoney } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listAdjustments } from "@/modules/stock/queries/list-adjustments.ts";
import { isReason } from "@/modules/stock/rules/reasons.ts";
import { listDocumentsSchema } from "@/modules/stock/schema.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { StockTabs } from "../stock-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.read");
  return { title: (await getTranslations("stock"))("tabs.adjustments") };
}

export default async function AdjustmentsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("stock.read");
  const { cursor } = await searchParams;
  const asked = listDocumentsSchema.safeParse(cursor === undefined ? {} : { cursor });
  if (!asked.success) redirect("/stock/adjustments");
  const [shop, page, t] = await Promise.all([getShop(ctx), listAdjustments(ctx, asked.data), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  const seesCost = ctx.permissions.has("product.cost");
  const add = ctx.permissions.has("stock.adjust") ? <LinkButton href="/stock/adjustments/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("adjust.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={t("page")} actions={add}><StockTabs current="adjustments" mayPlace={ctx.permissions.has("location.write")} seesCost={ctx.permissions.has("product.cost")} /></PageHeader>
      <PageBody>
        {add ? <Shortcuts items={[{ keys: "n", label: t("adjust.new"), href: "/stock/adjustments/new" }]} /> : null}
        {page.items.length === 0 ? <EmptyState title={t("adjust.none")} text={t("adjust.noneText")}>{add}</EmptyState> : (
          <div>
            <DataTable
              caption={t("tabs.adjustments")}
              rows={page.items}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/stock/adjustments/${id}`}
              columns={[
                { key: "number", header: t("columns.number"), cell: ({ number }) => <span className="num">{number}</span>, phone: "title" },
                { key: "at", header: t("columns.at"), cell: ({ at }) => <span className="num whitespace-nowrap">{formatDateTime(at, format)}</span>, phone: "detail" },
                { key: "reason", header: t("adjust.reason"), cell: ({ reason }) => (isReason(reason) ? t(`reasons.${reason}`) : reason), phone: "note" },
                { key: "location", header: t("location"), cell: ({ location }) => location },
                { key: "member", header: t("columns.member"), cell: ({ member }) => member },
                { key: "lines", header: t("columns.lines"), cell: ({ lineCount }) => lineCount, numeric: true },
                ...(seesCost ? [{ key: "value", header: t("columns.value"), cell: ({ value }: { value?: string }) => (value === undefined ? "" : formatMoney(value, format, { symbol: false })), numeric: true, phone: "value" as const }] : []),
              ]}
            />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/stock/adjustments?cursor=${page.nextCursor}`} />
          </div>
        )}
      </PageBody>
    </>
  );
}
