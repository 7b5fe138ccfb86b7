import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadLocationRecords } from "@/modules/stock/queries/load-location-records.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { StockTabs } from "../stock-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("location.write");
  return { title: (await getTranslations("stock"))("tabs.locations") };
}

export default async function LocationsPage() {
  const ctx = await enterPage("location.write");
  const [locations, t] = await Promise.all([loadLocationRecords(ctx.db, null), getTranslations("stock")]);
  return (
    <>
      <PageHeader title={t("page")} actions={<LinkButton href="/stock/locations/new" tone="primary" kbd="N" icon={<Plus aria-hidden size={16} />}>{t("places.new")}</LinkButton>}>
        <StockTabs current="locations" mayPlace seesCost={ctx.permissions.has("product.cost")} />
      </PageHeader>
      <PageBody>
        <Shortcuts items={[{ keys: "n", label: t("places.new"), href: "/stock/locations/new" }]} />
        <div>
          <DataTable
            caption={t("tabs.locations")}
            rows={locations}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/stock/locations/${id}`}
            columns={[
              { key: "name", header: t("places.name"), cell: ({ name }) => <span className="break-words">{name}</span>, phone: "title" },
              { key: "kind", header: t("places.kind"), cell: ({ kind }) => t(`places.kinds.${kind}`), phone: "detail" },
              { key: "address", header: t("places.address"), cell: ({ address }) => address ?? "" },
              { key: "members", header: t("places.members"), cell: ({ memberIds }) => (memberIds.length === 0 ? t("places.everybody") : t("places.people", { count: memberIds.length })), phone: "note" },
              { key: "state", header: t("places.state"), cell: ({ isDefault, isActive }) => (isDefault ? <Badge>{t("places.usual")}</Badge> : isActive ? null : <Badge tone="warning">{t("places.closed")}</Badge>), phone: "value" },
            ]}
          />
          <RowKeys nextLabel={t("places.name")} previousLabel={t("places.name")} />
        </div>
      </PageBody>
    </>
  );
}
