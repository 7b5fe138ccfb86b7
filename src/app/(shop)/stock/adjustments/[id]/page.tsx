import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatMoney, formatQuantity } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { getAdjustment } from "@/modules/stock/queries/get-adjustment.ts";
import { movementsHref } from "@/modules/stock/rules/movements-href.ts";
import { isReason } from "@/modules/stock/rules/reasons.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

const loadAdjustment = cache(async (id: string) => {
  const ctx = await enterPage("stock.read");
  const known = isUuid(id) ? await getAdjustment(ctx, ctx.db, id) : null;
  return { ctx, adjustment: known?.view ?? notFound() };
});

interface AdjustmentPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: AdjustmentPageProps): Promise<Metadata> {
  const { adjustment } = await loadAdjustment((await params).id);
  return { title: (await getTranslations("stock"))("adjust.title", { number: adjustment.number }) };
}

export default async function AdjustmentPage({ params }: AdjustmentPageProps) {
  const { ctx, adjustment } = await loadAdjustment((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  return (
    <>
      <PageHeader title={t("adjust.title", { number: adjustment.number })} back={{ href: "/stock/adjustments", label: t("tabs.adjustments") }} />
      <PageBody>
        <DescriptionList items={[
          { term: t("columns.at"), detail: formatDateTime(adjustment.at, format) },
          { term: t("location"), detail: adjustment.location },
          { term: t("columns.member"), detail: adjustment.member },
          { term: t("adjust.reason"), detail: isReason(adjustment.reason) ? t(`reasons.${adjustment.reason}`) : adjustment.reason },
          ...(adjustment.notes ? [{ term: t("adjust.notes"), detail: adjustment.notes }] : []),
          ...(adjustment.value === undefined ? [] : [{ term: t("columns.value"), detail: formatMoney(adjustment.value, format) }]),
        ]} />
        {adjustment.lines.length === 0 ? <p className="text-ink-2">{t("adjust.nothingMoved")}</p> : (
          <DataTable
            caption={t("adjust.title", { number: adjustment.number })}
            rows={adjustment.lines}
            rowKey={({ productId }) => productId}
            rowHref={({ productId }) => movementsHref(productId, adjustment.locationId)}
            columns={[
              { key: "name", header: t("columns.product"), cell: ({ name }) => <span className="break-words">{name}</span>, phone: "title" },
              { key: "sku", header: t("columns.sku"), cell: ({ sku }) => <span className="font-mono text-sm text-ink-2">{sku}</span>, phone: "detail" },
              { key: "before", header: t("columns.before"), cell: ({ before, unit }) => formatQuantity(before, unit, format), numeric: true },
              { key: "quantity", header: t("columns.quantity"), cell: ({ quantity, unit }) => formatQuantity(quantity, unit, format), numeric: true, phone: "value" },
              { key: "after", header: t("columns.after"), cell: ({ after, unit }) => formatQuantity(after, unit, format), numeric: true, phone: "note" },
            ]}
          />
        )}
      </PageBody>
    </>
  );
}
