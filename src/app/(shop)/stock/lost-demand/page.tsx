import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { addDays, dayIn, isDay } from "@/kernel/day.ts";
import { formatMoney, formatNumber, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { sumLostDemand, type LostDemandRow } from "@/modules/sales/queries/sum-lost-demand.ts";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { StockTabs } from "../stock-tabs.tsx";

const USUAL_DAYS = 30;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.read");
  return { title: (await getTranslations("stock"))("tabs.lostDemand") };
}

/** What people asked for and the shop had not, to be bought next time. */
export default async function LostDemandPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("stock.read");
  const [shop, search, t] = await Promise.all([getShop(ctx), searchParams, getTranslations("stock")]);
  const today = dayIn(ctx.now, shop.timeZone);
  const dayOf = (value: string | string[] | undefined, usual: string): string => (typeof value === "string" && isDay(value) ? value : usual);
  const period = { from: dayOf(search["from"], addDays(today, 1 - USUAL_DAYS)), to: dayOf(search["to"], today) };
  const rows = await sumLostDemand(ctx, period);
  const format = formatStyleOf(shop);
  const what = ({ productId, name, sku }: LostDemandRow) =>
    productId === null ? <span>{name}</span> : <Link className="underline-offset-2 hover:underline" href={`/products/${productId}`}>{name} <span className="font-mono text-2xs text-ink-3">{sku}</span></Link>;
  return (
    <>
      <PageHeader title={t("page")}><StockTabs current="lostDemand" mayPlace={ctx.permissions.has("location.write")} seesCost={ctx.permissions.has("product.cost")} /></PageHeader>
      <PageBody>
        <form action="/stock/lost-demand" role="search" className="flex flex-wrap items-end gap-3">
          <div className="w-44"><TextInput label={t("from")} name="from" type="date" max={today} defaultValue={period.from} /></div>
          <div className="w-44"><TextInput label={t("to")} name="to" type="date" max={today} defaultValue={period.to} /></div>
          <Button type="submit">{t("shelf.show")}</Button>
        </form>
        {rows.length === 0 ? <EmptyState title={t("lostDemand.none")} text={t("lostDemand.how")} /> : (
          <DataTable
            caption={t("tabs.lostDemand")}
            rows={rows}
            rowKey={({ productId, name }) => productId ?? `= ${name}`}
            columns={[
              { key: "what", header: t("lostDemand.what"), cell: what, phone: "title" },
              { key: "times", header: t("lostDemand.times"), cell: ({ times }) => times, numeric: true, phone: "detail" },
              { key: "quantity", header: t("lostDemand.quantity"), cell: ({ quantity, unit }) => (unit === null ? formatNumber(quantity, format) : formatQuantity(quantity, unit, format)), numeric: true, phone: "value" },
              { key: "value", header: t("lostDemand.value"), cell: ({ value }) => (value === null ? "" : formatMoney(value, format, { symbol: false })), numeric: true },
              { key: "onHand", header: t("lostDemand.onHand"), cell: ({ productId, onHand }) => (productId === null || onHand === null ? t("lostDemand.unknown") : <TextLink plain prefetch={false} href={movementsHref(productId)}>{formatNumber(onHand, format)}</TextLink>), numeric: true },
              { key: "last", header: t("lostDemand.last"), cell: ({ lastAt }) => formatDateTime(lastAt, format), phone: "note" },
            ]}
          />
        )}
      </PageBody>
    </>
  );
}
