import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { CategoryTree } from "@/modules/catalogue/ui/category-tree.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.read");
  return { title: (await getTranslations("products.categories"))("title") };
}

export default async function CategoriesPage() {
  const ctx = await enterPage("product.read");
  const [categories, shop, t] = await Promise.all([listCategories(ctx), getShop(ctx), getTranslations("products")]);
  return (
    <>
      <PageHeader title={t("categories.title")} count={String(categories.length)} back={{ href: "/products", label: t("title") }} />
      <PageBody width="text">
        <ClientMessages namespaces={["products"]}>
          <CategoryTree tenantSlug={ctx.tenant.slug} categories={categories} mayWrite={ctx.permissions.has("category.write")} />
        </ClientMessages>
        <RecordHistory ctx={ctx} entity="category" format={formatStyleOf(shop)} />
      </PageBody>
    </>
  );
}
