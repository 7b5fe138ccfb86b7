import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { getFamily } from "@/modules/catalogue/queries/get-family.ts";
import { getKit } from "@/modules/catalogue/queries/get-kit.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { hasHistory } from "@/modules/catalogue/queries/has-history.ts";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { KitSection } from "@/modules/catalogue/ui/kit-section.tsx";
import { ProductActions } from "@/modules/catalogue/ui/product-actions.tsx";
import { ProductEditor } from "@/modules/catalogue/ui/product-editor.tsx";
import { SiblingList } from "@/modules/catalogue/ui/sibling-list.tsx";
import { ProductFacts } from "@/modules/catalogue/ui/product-facts.tsx";
import { PriceHistory } from "@/modules/pricing/ui/price-history.tsx";
import { listMerges } from "@/modules/merging/queries/list-merges.ts";
import { UndoMergeButton } from "@/modules/merging/ui/undo-merge-button.tsx";
import { listCurrentRates } from "@/modules/suppliers/queries/list-current-rates.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";
import { ProductStock } from "./product-stock.tsx";

interface ProductPageProps {
  params: Promise<{ id: string }>;
}

const loadProduct = cache(async (id: string) => {
  const ctx = await enterPage("product.read");
  const product = await getProduct(ctx, ctx.db, id);
  return { ctx, product: product ?? notFound() };
});

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  return { title: (await loadProduct((await params).id)).product.name };
}

export default async function ProductPage({ params }: ProductPageProps) {
  const { ctx, product } = await loadProduct((await params).id);
  const [shop, rates, categories, taxRates, used, family, kit, merges, customFields, t] = await Promise.all([getShop(ctx), ctx.permissions.has("product.cost") ? listCurrentRates(ctx) : [], listCategories(ctx), listTaxRates(ctx), hasHistory(ctx, product.id), product.variant ? getFamily(ctx, ctx.db, product.variant.familyId) : null, getKit(ctx, ctx.db, product.id), product.mergedIntoId ? listMerges(ctx, { productId: product.id, limit: 5 }) : [], listCustomFields(ctx.db), getTranslations("products")]);
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("product.write");
  const facts = { tenantSlug: ctx.tenant.slug, format, seesCost: ctx.permissions.has("product.cost"), categories: categoryOptions(categories), taxRates, rates, customFields };
  const merge = merges.find(({ absorbedId }) => absorbedId === product.id);
  const actions = (
    <>
      {product.isActive ? null : <Badge tone="warning">{t(product.isDraft ? "draft" : "archived")}</Badge>}
      {product.isSample ? <Badge tone="info">{t("sample.badge")}</Badge> : null}
      {mayWrite ? <ProductActions tenantSlug={ctx.tenant.slug} id={product.id} name={product.name} isActive={product.isActive} isDraft={product.isDraft} hasHistory={used} /> : null}
    </>
  );
  return (
    <ClientMessages namespaces={["products"]}>
      <PageHeader title={product.name} back={{ href: "/products", label: t("title") }} actions={actions} />
      <PageBody width="wide">
        {merge ? (
          <Banner tone="info" action={mayWrite ? <UndoMergeButton tenantSlug={ctx.tenant.slug} id={merge.id} name={product.name} /> : undefined}>
            {t.rich("merge.leads", { name: merge.survivorName, link: (words) => <TextLink href={`/products/${merge.survivorId}`}>{words}</TextLink> })}
          </Banner>
        ) : null}
        {family ? <SiblingList family={family} productId={product.id} /> : null}
        <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-8">
            {/* Archived or restored from the menu, or made a kit below, the product is another version: the form must not hold the old one. */}
            {mayWrite ? <ProductEditor key={`${product.id} ${product.isActive} ${JSON.stringify(kit)}`} product={product} newProductId={product.id} start={{}} {...facts} /> : <ProductFacts product={product} format={format} />}
            {kit ? <KitSection tenantSlug={ctx.tenant.slug} productId={product.id} kit={kit} format={format} seesCost={facts.seesCost} mayWrite={mayWrite} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-8">
            {ctx.permissions.has("stock.read") ? <ProductStock ctx={ctx} product={product} format={format} /> : null}
            <PriceHistory ctx={ctx} productId={product.id} format={format} />
            <RecordHistory ctx={ctx} entity="product" entityId={product.id} format={format} />
          </div>
        </div>
      </PageBody>
    </ClientMessages>
  );
}
