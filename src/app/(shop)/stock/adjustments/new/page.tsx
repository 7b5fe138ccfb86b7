import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listOwnLocations } from "@/modules/stock/queries/list-own-locations.ts";
import { AdjustForm } from "@/modules/stock/ui/adjust-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.adjust");
  return { title: (await getTranslations("stock"))("adjust.new") };
}

export default async function NewAdjustmentPage() {
  const ctx = await enterPage("stock.adjust");
  const [shop, locations, t] = await Promise.all([getShop(ctx), listOwnLocations(ctx), getTranslations("stock")]);
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader title={t("adjust.new")} back={{ href: "/stock/adjustments", label: t("tabs.adjustments") }} />
      <PageBody><AdjustForm tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} locations={locations} /></PageBody>
    </ClientMessages>
  );
}
