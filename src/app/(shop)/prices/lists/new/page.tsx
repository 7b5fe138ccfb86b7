import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { ListForm } from "@/modules/pricing/ui/list-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("price.change");
  return { title: (await getTranslations("prices.list"))("new") };
}

export default async function NewPriceListPage() {
  const ctx = await enterPage("price.change");
  const [shop, categories, t] = await Promise.all([getShop(ctx), listCategories(ctx), getTranslations("prices")]);
  return (
    <ClientMessages namespaces={["prices"]}>
      <PageHeader title={t("list.new")} back={{ href: "/prices/lists", label: t("lists") }} />
      <PageBody width="text"><ListForm tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} id={newId(ctx.now.getTime())} list={null} categories={categoryOptions(categories)} /></PageBody>
    </ClientMessages>
  );
}
