import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { addDays, dayIn, isDay } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { sumSales } from "@/modules/sales/queries/sum-sales.ts";
import { SalesTable } from "@/modules/sales/ui/sales-table.tsx";
import { SalesStrip } from "@/modules/sales/ui/sales-strip.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("sale.read");
  const t = await getTranslations("sales");
  return { title: t("title") };
}

export default async function SalesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("sale.read");
  const [shop, search, t, format] = await Promise.all([getShop(ctx), searchParams, getTranslations("sales"), getFormatter()]);
  const today = dayIn(ctx.now, shop.timeZone);
  const views = viewsOf(today);
  const asked = { from: dayOf(search.from), to: dayOf(search.to) };
  const period = asked.from || asked.to ? asked : search.view === "all" ? {} : views[0]!.period;
  const cursor = typeof search.cursor === "string" && /^\d{1,18}$/.test(search.cursor) ? search.cursor : undefined;
  const [page, totals] = await Promise.all([listSales(ctx, { ...period, limit: PAGE, cursor }), sumSales(ctx, period)]);
  const style = formatStyleOf(shop);

  return (
    <>
      <PageHeader title={t("title")} count={format.number(totals.tickets)}>
        <TabLinks label={t("views.label")} items={views.map(({ key, href, period: of }) => ({ href, label: t(`views.${key}`), current: of.from === period.from && of.to === period.to }))} />
      </PageHeader>
      <PageBody width="wide">
        {totals.tickets === 0 ? (
          <EmptyState title={t("empty.title")} text={t("empty.text")}>
            {ctx.permissions.has("sale.register") ? <LinkButton href="/pos" tone="primary">{t("empty.sell")}</LinkButton> : null}
          </EmptyState>
        ) : (
          <>
            <SalesStrip totals={totals} format={style} />
            <SalesTable sales={page.items} format={style} />
            <Pager nextHref={page.nextCursor === null ? undefined : nextHref(period, page.nextCursor)} />
          </>
        )}
      </PageBody>
    </>
  );
}

interface Days {
  from?: string;
  to?: string;
}

function viewsOf(today: string): { key: "today" | "yesterday" | "week" | "all"; href: string; period: Days }[] {
  const yesterday = addDays(today, -1);
  const week = addDays(today, -6);
  return [
    { key: "today", href: "/sales", period: { from: today, to: today } },
    { key: "yesterday", href: `/sales?from=${yesterday}&to=${yesterday}`, period: { from: yesterday, to: yesterday } },
    { key: "week", href: `/sales?from=${week}&to=${today}`, period: { from: week, to: today } },
    { key: "all", href: "/sales?view=all", period: {} },
  ];
}

function dayOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && isDay(value) ? value : undefined;
}

function nextHref({ from, to }: Days, cursor: string): string {
  const search = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}), ...(from || to ? {} : { view: "all" }), cursor });
  return `/sales?${search}`;
}
