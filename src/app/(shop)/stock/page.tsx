import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { Suspense, type ReactNode } from "react";
import { dayIn } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { countShort } from "@/modules/stock/queries/count-short.ts";
import { countSlow } from "@/modules/stock/queries/count-slow.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { listStock } from "@/modules/stock/queries/list-stock.ts";
import { listStockSchema, STOCK_VIEWS } from "@/modules/stock/schema.ts";
import { ShelfFilter } from "@/modules/stock/ui/shelf-filter.tsx";
import { ShelfTable } from "@/modules/stock/ui/shelf-table.tsx";
import type { Context } from "@/modules/tenancy/context.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";
import { StockTabs } from "./stock-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.read");
  return { title: (await getTranslations("stock"))("page") };
}

export default async function StockPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("stock.read");
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => typeof value === "string" && value !== ""));
  const asked = listStockSchema.safeParse(given);
  if (!asked.success) redirect("/stock");
  const { q, locationId, view, asOf } = asked.data;
  const [shop, locations, stock, waiting, t] = await Promise.all([getShop(ctx), listLocations(ctx), listStock(ctx, asked.data), countShort(ctx, locationId), getTranslations("stock")]);
  const kept = { ...(q ? { q } : {}), ...(locationId ? { locationId } : {}), ...(asOf ? { asOf } : {}) };
  const href = (more: Record<string, string>): string => `/stock?${new URLSearchParams({ ...kept, ...more })}`;
  const views = (slow: Readonly<Record<string, number>>) => {
    const counts: Readonly<Record<string, number>> = { ...waiting, ...slow };
    return <TabLinks label={t("shelf.views")} items={STOCK_VIEWS.map((one) => ({ href: href(one === "all" ? {} : { view: one }), label: t(`shelf.view.${one}`), current: one === view, ...(counts[one] === undefined ? {} : { count: String(counts[one]) }) }))} />;
  };
  const mayAdjust = ctx.permissions.has("stock.adjust");
  return (
    <>
      <PageHeader title={t("page")} actions={mayAdjust ? <LinkButton href="/stock/adjustments/new" tone="primary" kbd="N">{t("adjust.new")}</LinkButton> : null}>
        <StockTabs current="shelf" mayPlace={ctx.permissions.has("location.write")} seesCost={ctx.permissions.has("product.cost")} />
      </PageHeader>
      <PageBody>
        <Shortcuts items={[{ keys: "/", label: t("shelf.search"), focusId: "q" }, ...(mayAdjust ? [{ keys: "n", label: t("adjust.new"), href: "/stock/adjustments/new" }] : [])]} />
        <ShelfFilter q={q ?? ""} view={view} locationId={locationId ?? ""} asOf={asOf ?? ""} today={dayIn(ctx.now, shop.timeZone)} locations={locations} />
        <Suspense fallback={views({})}><SlowViews ctx={ctx} locationId={locationId} views={views} /></Suspense>
        {stock.items.length === 0 ? <EmptyState title={t(view === "all" ? "shelf.nothing" : "shelf.allWell")} /> : (
          <div>
            <ShelfTable rows={stock.items} locationId={locationId} asOf={asOf} isPaced={view === "soon"} format={formatStyleOf(shop)} />
            <RowKeys nextLabel={t("columns.product")} previousLabel={t("columns.product")} />
            <Pager nextHref={stock.nextCursor === null ? undefined : href({ ...(view === "all" ? {} : { view }), cursor: stock.nextCursor })} />
          </div>
        )}
      </PageBody>
    </>
  );
}

/** What takes a look at three months of sales comes after the page. */
async function SlowViews({ ctx, locationId, views }: { ctx: Context; locationId: string | undefined; views: (slow: Readonly<Record<string, number>>) => ReactNode }) {
  return views(await countSlow(ctx, locationId));
}
