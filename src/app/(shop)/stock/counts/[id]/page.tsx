import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatMoney } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { getCount } from "@/modules/stock/queries/get-count.ts";
import { CountDesk } from "@/modules/stock/ui/count-desk.tsx";
import { CountReview } from "@/modules/stock/ui/count-review.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { DescriptionList } from "@/ui/description-list.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

const loadCount = cache(async (id: string) => {
  const ctx = await enterPage("stock.read");
  const known = isUuid(id) ? await getCount(ctx, ctx.db, id) : null;
  return { ctx, count: known?.view ?? notFound() };
});

interface CountPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: CountPageProps): Promise<Metadata> {
  const { count } = await loadCount((await params).id);
  return { title: (await getTranslations("stock"))("count.title", { number: count.number }) };
}

export default async function CountPage({ params }: CountPageProps) {
  const { ctx, count } = await loadCount((await params).id);
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  const mayCount = ctx.permissions.has("stock.count");
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader title={t("count.title", { number: count.number })} back={{ href: "/stock/counts", label: t("tabs.counts") }} actions={<Badge tone={count.status === "review" ? "warning" : count.status === "posted" ? "positive" : "info"}>{t(`count.states.${count.status}`)}</Badge>} />
      <PageBody>
        <DescriptionList items={[
          { term: t("location"), detail: count.location },
          { term: t("columns.member"), detail: `${count.openedBy} · ${formatDateTime(count.openedAt, format)}` },
          { term: t("columns.lines"), detail: t("count.progress", { counted: count.countedCount, planned: count.plannedCount }) },
          ...(count.notes ? [{ term: t("adjust.notes"), detail: count.notes }] : []),
          ...(count.value == null ? [] : [{ term: t("columns.value"), detail: formatMoney(count.value, format) }]),
        ]} />
        {count.status === "open" && mayCount ? <CountDesk tenantSlug={ctx.tenant.slug} format={format} count={count} /> : <CountReview tenantSlug={ctx.tenant.slug} format={format} count={count} mayApprove={ctx.permissions.has("stock.approve")} mayPost={ctx.permissions.has("stock.approve") || (mayCount && shop.stockApproval !== null)} />}
        <RecordHistory ctx={ctx} entity="count" entityId={count.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
