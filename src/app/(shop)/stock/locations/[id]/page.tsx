import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { listLimits } from "@/modules/stock/queries/list-limits.ts";
import { listStaff } from "@/modules/stock/queries/list-staff.ts";
import { loadLocationRecords } from "@/modules/stock/queries/load-location-records.ts";
import { listLimitsSchema } from "@/modules/stock/schema.ts";
import { LimitGrid } from "@/modules/stock/ui/limit-grid.tsx";
import { LocationForm } from "@/modules/stock/ui/location-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";

interface LocationPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadLocation = cache(async (id: string) => {
  const ctx = await enterPage("location.write");
  const [location] = isUuid(id) ? await loadLocationRecords(ctx.db, id) : [];
  return { ctx, location: location ?? notFound() };
});

export async function generateMetadata({ params }: LocationPageProps): Promise<Metadata> {
  return { title: (await loadLocation((await params).id)).location.name };
}

export default async function LocationPage({ params, searchParams }: LocationPageProps) {
  const { ctx, location } = await loadLocation((await params).id);
  const { cursor } = await searchParams;
  const asked = listLimitsSchema.safeParse(cursor === undefined ? {} : { cursor });
  if (!asked.success) redirect(`/stock/locations/${location.id}`);
  const [shop, staff, limits, t] = await Promise.all([getShop(ctx), listStaff(ctx), listLimits(ctx, location.id, asked.data), getTranslations("stock")]);
  const format = formatStyleOf(shop);
  const page = limits.ok ? limits.value : { items: [], nextCursor: null };
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader
        title={location.name}
        back={{ href: "/stock/locations", label: t("tabs.locations") }}
        actions={<>{location.isActive ? null : <Badge tone="warning">{t("places.closed")}</Badge>}<LinkButton href={`/stock?locationId=${location.id}`} tone="quiet">{t("places.shelf")}</LinkButton></>}
      />
      <PageBody>
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
          <LocationForm key={location.version} tenantSlug={ctx.tenant.slug} id={location.id} location={location} staff={staff} />
          <div>
            <LimitGrid tenantSlug={ctx.tenant.slug} locationId={location.id} format={format} items={page.items} />
            <Pager nextHref={page.nextCursor === null ? undefined : `/stock/locations/${location.id}?cursor=${page.nextCursor}`} />
          </div>
        </div>
        <RecordHistory ctx={ctx} entity="location" entityId={location.id} format={format} />
      </PageBody>
    </ClientMessages>
  );
}
