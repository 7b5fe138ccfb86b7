import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { TransferForm } from "@/modules/stock/ui/transfer-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("stock.transfer");
  return { title: (await getTranslations("stock"))("transfer.new") };
}

export default async function NewTransferPage() {
  const ctx = await enterPage("stock.transfer");
  const [shop, all, t] = await Promise.all([getShop(ctx), listLocations(ctx), getTranslations("stock")]);
  const locations = all.filter(({ isActive }) => isActive);
  const addPlace = ctx.permissions.has("location.write") ? <LinkButton href="/stock/locations/new" tone="primary">{t("places.new")}</LinkButton> : null;
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader title={t("transfer.new")} back={{ href: "/stock/transfers", label: t("tabs.transfers") }} />
      <PageBody>
        {locations.length < 2 ? <EmptyState title={t("transfer.onePlace")}>{addPlace}</EmptyState> : <TransferForm tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} locations={locations} />}
      </PageBody>
    </ClientMessages>
  );
}
