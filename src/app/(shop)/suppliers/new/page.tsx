import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { SupplierForm } from "@/modules/suppliers/ui/supplier-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("supplier.write");
  return { title: (await getTranslations("suppliers"))("new") };
}

export default async function NewSupplierPage() {
  const ctx = await enterPage("supplier.write");
  const [shop, t] = await Promise.all([getShop(ctx), getTranslations("suppliers")]);
  return (
    <ClientMessages namespaces={["suppliers"]}>
      <PageHeader title={t("new")} back={{ href: "/suppliers", label: t("title") }} />
      <PageBody width="text">
        <SupplierForm tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} id={newId(ctx.now.getTime())} supplier={null} />
      </PageBody>
    </ClientMessages>
  );
}
