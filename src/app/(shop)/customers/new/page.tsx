import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { CustomerForm } from "@/modules/customers/ui/customer-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { priceListChoices } from "../price-list-choices.ts";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("customer.write");
  return { title: (await getTranslations("customers"))("new") };
}

export default async function NewCustomerPage() {
  const ctx = await enterPage("customer.write");
  const [shop, lists, t] = await Promise.all([getShop(ctx), priceListChoices(ctx), getTranslations("customers")]);
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader title={t("new")} back={{ href: "/customers", label: t("title") }} />
      <PageBody width="text">
        <CustomerForm tenantSlug={ctx.tenant.slug} id={newId(ctx.now.getTime())} customer={null} lists={lists} format={formatStyleOf(shop)} mayGrant={ctx.permissions.has("credit.grant")} mayPrice={ctx.permissions.has("price.override")} />
      </PageBody>
    </ClientMessages>
  );
}
