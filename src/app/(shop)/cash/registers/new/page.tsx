import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { RegisterForm } from "@/modules/sales/ui/register-form.tsx";
import { listLocations } from "@/modules/stock/queries/list-locations.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("register.write");
  return { title: (await getTranslations("cash.registers"))("new") };
}

export default async function NewRegisterPage() {
  const ctx = await enterPage("register.write");
  const [shop, locations, t] = await Promise.all([getShop(ctx), listLocations(ctx), getTranslations("cash.registers")]);
  return (
    <ClientMessages namespaces={["cash"]}>
      <PageHeader title={t("new")} back={{ href: "/cash/registers", label: t("title") }} />
      <PageBody width="form">
        <RegisterForm tenantSlug={ctx.tenant.slug} id={newId(ctx.now.getTime())} register={null} places={locations.filter(({ isActive }) => isActive)} format={formatStyleOf(shop)} />
      </PageBody>
    </ClientMessages>
  );
}
