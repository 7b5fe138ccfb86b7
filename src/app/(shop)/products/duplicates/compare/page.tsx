import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { MergeForm } from "@/modules/merging/ui/merge-form.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.write");
  return { title: (await getTranslations("products.merge"))("compare") };
}

export default async function ComparePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("product.write");
  const { a, b } = await searchParams;
  const [first, second, shop, t] = await Promise.all([getProduct(ctx, ctx.db, String(a ?? "")), getProduct(ctx, ctx.db, String(b ?? "")), getShop(ctx), getTranslations("products.merge")]);
  // Without two products there is nothing to compare.
  if (!first || !second || first.id === second.id) redirect("/products/duplicates");
  return (
    <>
      <PageHeader title={t("compare")} back={{ href: "/products/duplicates", label: t("title") }} />
      <PageBody width="wide">
        <ClientMessages namespaces={["products"]}>
          <MergeForm key={`${first.id} ${second.id}`} tenantSlug={ctx.tenant.slug} products={[first, second]} format={formatStyleOf(shop)} seesCost={ctx.permissions.has("product.cost")} />
        </ClientMessages>
      </PageBody>
    </>
  );
}
