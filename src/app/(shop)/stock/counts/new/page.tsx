import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { listOwnLocations } from "@/modules/stock/queries/list-own-locations.ts";
import { CountForm } from "@/modules/stock/ui/count-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.count");
  return { title: (await getTranslations("stock"))("count.new") };
}

export default async function NewCountPage() {
  const ctx = await enterPage("stock.count");
  const [locations, t] = await Promise.all([listOwnLocations(ctx), getTranslations("stock")]);
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader title={t("count.new")} back={{ href: "/stock/counts", label: t("tabs.counts") }} />
      <PageBody width="form"><CountForm tenantSlug={ctx.tenant.slug} locations={locations} /></PageBody>
    </ClientMessages>
  );
}
