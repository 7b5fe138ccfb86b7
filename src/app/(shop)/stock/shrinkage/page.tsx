import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addDays, dayIn, isDay } from "@/kernel/day.ts";
import { isZero } from "@/kernel/decimal.ts";
import { formatMoney } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { sumShrinkage, type ShrinkageRow } from "@/modules/stock/queries/sum-shrinkage.ts";
import { isReason } from "@/modules/stock/rules/reasons.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Button } from "@/ui/button.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { StockTabs } from "../stock-tabs.tsx";

const USUAL_DAYS = 30;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.cost");
  return { title: (await getTranslations("stock"))("tabs.shrinkage") };
}

export default async function ShrinkagePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("product.cost");
  const [shop, search, t] = await Promise.all([getShop(ctx), searchParams, getTranslations("stock")]);
  const today = dayIn(ctx.now, shop.timeZone);
  const dayOf = (value: string | string[] | undefined, usual: string): string => (typeof value === "string" && isDay(value) ? value : usual);
  const period = { from: dayOf(search["from"], addDays(today, 1 - USUAL_DAYS)), to: dayOf(search["to"], today) };
  const found = await sumShrinkage(ctx, period);
  const format = formatStyleOf(shop);
  const reason = ({ reason: code }: ShrinkageRow): string => (code === "count" || code === "transfer" ? t(`types.${code}`) : isReason(code) ? t(`reasons.${code}`) : code);
  const money = (value: string): string => (isZero(value) ? "" : formatMoney(value, format, { symbol: false }));
  return (
    <>
      <PageHeader title={t("page")}><StockTabs current="shrinkage" mayPlace={ctx.permissions.has("location.write")} seesCost /></PageHeader>
      <PageBody>
        <form action="/stock/shrinkage" role="search" className="flex flex-wrap items-end gap-3">
          <div className="w-44"><TextInput label={t("from")} name="from" type="date" max={today} defaultValue={period.from} /></div>
          <div className="w-44"><TextInput label={t("to")} name="to" type="date" max={today} defaultValue={period.to} /></div>
          <Button type="submit">{t("shelf.show")}</Button>
        </form>
        {found.items.length === 0 ? <EmptyState title={t("shrinkage.none")} /> : (
          <>
            <DescriptionList items={[{ term: t("shrinkage.lost"), detail: formatMoney(found.lost, format) }, { term: t("shrinkage.gained"), detail: formatMoney(found.gained, format) }, { term: t("shrinkage.net"), detail: formatMoney(found.net, format) }]} />
            <DataTable
              caption={t("tabs.shrinkage")}
              rows={found.items}
              rowKey={({ reason: code }) => code}
              columns={[
                { key: "reason", header: t("adjust.reason"), cell: reason, phone: "title" },
                { key: "lines", header: t("columns.lines"), cell: ({ lines }) => lines, numeric: true, phone: "detail" },
                { key: "lost", header: t("shrinkage.lost"), cell: ({ lost }) => <span className="text-negative">{money(lost)}</span>, numeric: true, phone: "value" },
                { key: "gained", header: t("shrinkage.gained"), cell: ({ gained }) => money(gained), numeric: true, phone: "note" },
              ]}
            />
          </>
        )}
      </PageBody>
    </>
  );
}
