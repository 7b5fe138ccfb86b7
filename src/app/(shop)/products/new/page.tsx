import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { newId } from "@/kernel/id.ts";
import { ProductEntry } from "@/modules/catalogue/ui/product-entry.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { ClientMessages } from "@/app/client-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.write");
  return { title: (await getTranslations("products"))("new") };
}

export default async function NewProductPage() {
  const ctx = await enterPage("product.write");
  const t = await getTranslations("products");
  return (
    <>
      <PageHeader title={t("new")} back={{ href: "/products", label: t("title") }} />
      <PageBody width="form">
        <ClientMessages namespaces={["products"]}>
          <ProductEntry tenantSlug={ctx.tenant.slug} id={newId()} seesCost={ctx.permissions.has("product.cost")} />
        </ClientMessages>
      </PageBody>
    </>
  );
}
