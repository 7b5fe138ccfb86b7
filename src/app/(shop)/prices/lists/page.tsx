import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatNumber } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { loadPriceLists } from "@/modules/pricing/queries/load-price-lists.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PriceTabs } from "../price-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("price.change");
  return { title: (await getTranslations("prices"))("lists") };
}

export default async function PriceListsPage() {
  const ctx = await enterPage("price.change");
  const [shop, lists, t] = await Promise.all([getShop(ctx), loadPriceLists(ctx.db), getTranslations("prices")]);
  const format = formatStyleOf(shop);
  return (
    <>
      <PageHeader title={t("title")} actions={<LinkButton href="/prices/lists/new" tone="primary" icon={<Plus aria-hidden size={16} />}>{t("list.new")}</LinkButton>}><PriceTabs current="lists" /></PageHeader>
      <PageBody>
        <DataTable
          caption={t("lists")}
          rows={lists}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/prices/lists/${id}`}
          columns={[
            { key: "name", header: t("list.columns.name"), cell: ({ kind, name, isActive }) => <>{kind === "base" ? t("scope.base") : name} {isActive ? null : <Badge tone="warning">{t("list.archived")}</Badge>}</>, phone: "title" },
            { key: "kind", header: t("list.columns.kind"), cell: ({ kind }) => <span className="text-ink-2">{kind === "derived" ? t("list.derived") : t("list.own")}</span>, phone: "detail" },
            { key: "percent", header: t("list.columns.percent"), cell: ({ percent }) => (percent === null ? "" : `${formatNumber(trimZeros(percent), format)} %`), numeric: true, phone: "value" },
          ]}
        />
      </PageBody>
    </>
  );
}
