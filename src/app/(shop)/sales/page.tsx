import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { addDays, dayIn, isDay } from "@/kernel/day.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listSales } from "@/modules/sales/queries/list-sales.ts";
import { sumSales } from "@/modules/sales/queries/sum-sales.ts";
import { SALE_STATUSES } from "@/modules/sales/rules/sale-status.ts";
import { PAYMENT_METHODS } from "@/modules/sales/schema.ts";
import { SalesTable } from "@/modules/sales/ui/sales-table.tsx";
import { SalesStrip } from "@/modules/sales/ui/sales-strip.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Button } from "@/ui/button.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Select } from "@/ui/select.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { TextInput } from "@/ui/text-input.tsx";
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
  const one = (name: string): string => (typeof search[name] === "string" ? search[name].replace(/\p{Cc}/gu, " ").trim().slice(0, 200) : "");
  const q = one("q");
  const method = PAYMENT_METHODS.find((each) => each === one("method"));
  const status = SALE_STATUSES.find((each) => each === one("status"));
  // Who looks for something means all the time there is, unless a day is named.
  const isSearch = q !== "" || method !== undefined || status !== undefined;
  const period = asked.from || asked.to ? asked : isSearch || search.view === "all" ? {} : views[0]!.period;
  const cursor = typeof search.cursor === "string" && /^\d{1,18}$/.test(search.cursor) ? search.cursor : undefined;
  const [page, totals] = await Promise.all([listSales(ctx, { ...period, ...(q ? { q } : {}), method, status, limit: PAGE, cursor }), sumSales(ctx, period)]);
  const style = formatStyleOf(shop);

  return (
    <>
      <PageHeader title={t("title")} count={format.number(totals.tickets)}>
        <form action="/sales" role="search" className="flex max-w-3xl flex-wrap items-end gap-2">
          <div className="min-w-56 grow"><TextInput label={t("search.label")} labelHidden name="q" type="search" placeholder={t("search.label")} defaultValue={q} autoComplete="off" maxLength={200} /></div>
          <Select name="method" label={t("columns.method")} labelHidden defaultValue={method ?? ""} options={[{ value: "", label: t("search.anyMethod") }, ...PAYMENT_METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))]} />
          <Select name="status" label={t("columns.status")} labelHidden defaultValue={status ?? ""} options={[{ value: "", label: t("search.anyStatus") }, ...SALE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))]} />
          {asked.from ? <input type="hidden" name="from" value={asked.from} /> : null}
          {asked.to ? <input type="hidden" name="to" value={asked.to} /> : null}
          <Button type="submit">{t("search.button")}</Button>
        </form>
        <TabLinks label={t("views.label")} items={views.map(({ key, href, period: of }) => ({ href, label: t(`views.${key}`), current: !isSearch && of.from === period.from && of.to === period.to }))} />
      </PageHeader>
      <PageBody width="wide">
        <Shortcuts items={[{ keys: "/", label: t("search.label"), focusId: "q" }]} />
        {isSearch && page.items.length === 0 ? (
          <EmptyState title={t("search.nothing")} text={t("search.nothingText")}><LinkButton href="/sales?view=all">{t("search.all")}</LinkButton></EmptyState>
        ) : totals.tickets === 0 ? (
          <EmptyState title={t("empty.title")} text={t("empty.text")}>
            {ctx.permissions.has("sale.register") ? <LinkButton href="/pos" tone="primary">{t("empty.sell")}</LinkButton> : null}
          </EmptyState>
        ) : (
          <>
            {isSearch ? null : <SalesStrip totals={totals} format={style} />}
            <SalesTable sales={page.items} format={style} />
            <RowKeys nextLabel={t("columns.number")} previousLabel={t("columns.number")} />
            <Pager nextHref={page.nextCursor === null ? undefined : nextHref({ ...asked, q, method, status }, page.nextCursor, search.view === "all")} />
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

function nextHref(filter: Readonly<Record<string, string | undefined>>, cursor: string, isAll: boolean): string {
  const kept = Object.entries(filter).filter((each): each is [string, string] => Boolean(each[1]));
  return `/sales?${new URLSearchParams([...kept, ...(isAll ? [["view", "all"]] : []), ["cursor", cursor]])}`;
}
