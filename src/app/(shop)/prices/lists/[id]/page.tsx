import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatPrice } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { listListPrices } from "@/modules/pricing/queries/list-list-prices.ts";
import { getPriceList } from "@/modules/pricing/queries/load-price-lists.ts";
import { ListArchive } from "@/modules/pricing/ui/list-archive.tsx";
import { ListForm } from "@/modules/pricing/ui/list-form.tsx";
import { downloadWords } from "@/modules/tenancy/ui/download-words.ts";
import { FileDownload } from "@/modules/tenancy/ui/file-download.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";

const PAGE_SIZE = 50;

interface ListPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadList = cache(async (id: string) => {
  const ctx = await enterPage("price.change");
  const [list, t] = await Promise.all([isUuid(id) ? getPriceList(ctx.db, id) : null, getTranslations("prices")]);
  const found = list ?? notFound();
  return { ctx, list: found, title: found.kind === "base" ? t("scope.base") : (found.name ?? "") };
});

export async function generateMetadata({ params }: ListPageProps): Promise<Metadata> {
  return { title: (await loadList((await params).id)).title };
}

export default async function PriceListPage({ params, searchParams }: ListPageProps) {
  const { ctx, list, title } = await loadList((await params).id);
  const { cursor } = await searchParams;
  const [shop, categories, prices, t] = await Promise.all([getShop(ctx), listCategories(ctx), listListPrices(ctx, list.id, { limit: PAGE_SIZE, ...(typeof cursor === "string" ? { cursor } : {}) }), getTranslations("prices")]);
  if (!prices.ok) redirect(`/prices/lists/${list.id}`);
  const format = formatStyleOf(shop);
  return (
    <ClientMessages namespaces={["prices"]}>
      <PageHeader title={title} back={{ href: "/prices/lists", label: t("lists") }} actions={<><FileDownload tenantSlug={ctx.tenant.slug} path={`/api/v1/back-office/price-lists/${list.id}/export`} words={await downloadWords()} />{list.isActive ? null : <Badge tone="warning">{t("list.archived")}</Badge>}{list.kind === "base" ? null : <ListArchive tenantSlug={ctx.tenant.slug} id={list.id} version={list.version} isActive={list.isActive} />}</>} />
      <PageBody>
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
          <ListForm key={`${list.id} ${list.version}`} tenantSlug={ctx.tenant.slug} format={format} id={list.id} list={list} categories={categoryOptions(categories)} />
          <div>
            <DataTable
              caption={title}
              rows={prices.value.items}
              rowKey={({ productId }) => productId}
              columns={[
                { key: "name", header: t("sim.product"), cell: ({ name, sku }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
                { key: "price", header: t("title"), cell: ({ price }) => (price === null ? "" : formatPrice(price, format, { symbol: false })), numeric: true, phone: "value" },
              ]}
            />
            <Pager nextHref={prices.value.nextCursor === null ? undefined : `/prices/lists/${list.id}?cursor=${prices.value.nextCursor}`} />
          </div>
        </div>
        <RecordHistory ctx={ctx} entity="price_list" entityId={list.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
