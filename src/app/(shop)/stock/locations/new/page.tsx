import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { newId } from "@/kernel/id.ts";
import { listStaff } from "@/modules/stock/queries/list-staff.ts";
import { LocationForm } from "@/modules/stock/ui/location-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("location.write");
  return { title: (await getTranslations("stock"))("places.new") };
}

export default async function NewLocationPage() {
  const ctx = await enterPage("location.write");
  const [staff, t] = await Promise.all([listStaff(ctx), getTranslations("stock")]);
  return (
    <ClientMessages namespaces={["stock"]}>
      <PageHeader title={t("places.new")} back={{ href: "/stock/locations", label: t("tabs.locations") }} />
      <PageBody width="form"><LocationForm tenantSlug={ctx.tenant.slug} id={newId(ctx.now.getTime())} location={null} staff={staff} /></PageBody>
    </ClientMessages>
  );
}
