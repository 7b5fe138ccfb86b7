import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { big, fix } from "@/kernel/decimal.ts";
import { dayIn } from "@/kernel/day.ts";
import { formatDate } from "@/kernel/format-date.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { valueStock } from "@/modules/stock/queries/value-stock.ts";
import { VALUED_BY, valuationSchema } from "@/modules/stock/schema.ts";
import { ValuationFilter } from "@/modules/stock/ui/valuation-filter.tsx";
import { ValuationTable } from "@/modules/stock/ui/valuation-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { downloadWords } from "@/modules/tenancy/ui/download-words.ts";
import { FileDownload } from "@/modules/tenancy/ui/file-download.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";
import { StockTabs } from "../stock-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.cost");
  return { title: (await getTranslations("stock"))("tabs.valuation") };
}

export default async function ValuationPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("product.cost");
  const given = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => typeof value === "string" && value !== ""));
  const asked = valuationSchema.safeParse(given);
  if (!asked.success) redirect("/stock/valuation");
  const [shop, locations, categories, found, t] = await Promise.all([getShop(ctx), listLocations(ctx), listCategories(ctx), valueStock(ctx, asked.data), getTranslations("stock")]);
  if (!found.ok) redirect("/stock/valuation");
  const { by, asOf, locationId, categoryId, q } = asked.data;
  const { totals, books, items, nextCursor } = found.value;
  const format = formatStyleOf(shop);
  const kept = { ...(asOf ? { asOf } : {}), ...(locationId ? { locationId } : {}), ...(categoryId ? { categoryId } : {}), ...(q ? { q } : {}) };
  const href = (more: Record<string, string>): string => `/stock/valuation?${new URLSearchParams({ ...kept, ...more })}`;
  const category = categoryId === undefined ? undefined : categoryId === "none" ? t("valuation.noCategory") : categories.find(({ id }) => id === categoryId)?.name;
  const apart = books === null ? null : fix(big(books).minus(totals.average), 2);
  const download = <FileDownload tenantSlug={ctx.tenant.slug} path="/api/v1/back-office/reports/valuation/export" search={new URLSearchParams({ ...kept, by }).toString()} words={await downloadWords()} />;
  return (
    <>
      <PageHeader title={t("page")} actions={download}><StockTabs current="valuation" mayPlace={ctx.permissions.has("location.write")} seesCost /></PageHeader>
      <PageBody width="wide">
        <ValuationFilter by={by} q={q ?? ""} locationId={locationId ?? ""} categoryId={categoryId ?? ""} asOf={asOf ?? ""} today={dayIn(ctx.now, shop.timeZone)} locations={locations} />
        {category ? <Banner tone="info" action={<LinkButton size="sm" href="/stock/valuation?by=category">{t("valuation.all")}</LinkButton>}>{t("valuation.narrowed", { name: category })}</Banner> : null}
        {asOf ? <p className="text-ink-2">{t("valuation.past", { date: formatDate(asOf, format) })}</p> : null}
        <DescriptionList
          items={[
            { term: t("valuation.average"), detail: <strong className="num font-semibold">{formatMoney(totals.average, format)}</strong> },
            { term: t("valuation.last"), detail: <span className="num">{formatMoney(totals.last, format)}</span> },
            { term: t("valuation.replacement"), detail: <span className="num">{formatMoney(totals.replacement, format)}</span> },
            ...(books === null || apart === null ? [] : [{ term: t("valuation.books"), detail: <><span className="num">{formatMoney(books, format)}</span> <span className="block text-sm text-ink-2">{apart === "0.00" ? t("valuation.same") : t("valuation.differs", { amount: formatMoney(apart, format) })}</span></> }]),
          ]}
        />
        {totals.unknown > 0 ? <p className="text-ink-2">{t("valuation.unknown", { count: totals.unknown })}</p> : null}
        <TabLinks label={t("valuation.views")} items={VALUED_BY.filter((one) => one !== "location" || locations.length > 1).map((one) => ({ href: href(one === "product" ? {} : { by: one }), label: t(`valuation.by.${one}`), current: one === by }))} />
        {items.length === 0 ? <EmptyState title={t("valuation.none")} /> : (
          <div>
            <ValuationTable rows={items} by={by} kept={kept} format={format} />
            <RowKeys nextLabel={t("columns.product")} previousLabel={t("columns.product")} />
            <Pager nextHref={nextCursor === null ? undefined : href({ ...(by === "product" ? {} : { by }), cursor: nextCursor })} />
          </div>
        )}
      </PageBody>
    </>
  );
}
