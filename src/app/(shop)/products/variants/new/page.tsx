import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { VariantsForm } from "@/modules/catalogue/ui/variants-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.write");
  return { title: (await getTranslations("products.variants"))("new") };
}

export default async function NewVariantsPage() {
  const ctx = await enterPage("product.write");
  const [shop, categories, taxRates, t] = await Promise.all([getShop(ctx), listCategories(ctx), listTaxRates(ctx), getTranslations("products")]);
  return (
    <>
      <PageHeader title={t("variants.new")} back={{ href: "/products", label: t("title") }} />
      <PageBody width="wide">
        <ClientMessages namespaces={["products"]}>
          <VariantsForm tenantSlug={ctx.tenant.slug} format={formatStyleOf(shop)} seesCost={ctx.permissions.has("product.cost")} categories={categoryOptions(categories)} taxRates={taxRates} newFamilyId={newId()} family={null} />
        </ClientMessages>
      </PageBody>
    </>
  );
}
