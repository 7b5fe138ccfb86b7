import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { newId } from "@/kernel/id.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import type { ProductView } from "@/modules/catalogue/queries/product-view.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { ProductEditor } from "@/modules/catalogue/ui/product-editor.tsx";
import type { Context } from "@/modules/tenancy/context.ts";
import { listCurrentRates } from "@/modules/suppliers/queries/list-current-rates.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

interface NewProductPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.write");
  return { title: (await getTranslations("products"))("new") };
}

export default async function NewProductPage({ searchParams }: NewProductPageProps) {
  const ctx = await enterPage("product.write");
  const [search, shop, rates, categories, taxRates, customFields, t] = await Promise.all([searchParams, getShop(ctx), ctx.permissions.has("product.cost") ? listCurrentRates(ctx) : [], listCategories(ctx), listTaxRates(ctx), listCustomFields(ctx.db), getTranslations("products")]);
  return (
    <>
      <PageHeader title={t("new")} back={{ href: "/products", label: t("title") }} actions={<LinkButton href="/products/variants/new" tone="quiet">{t("variants.door")}</LinkButton>} />
      <PageBody width="form">
        <ClientMessages namespaces={["products"]}>
          <ProductEditor
            tenantSlug={ctx.tenant.slug}
            product={null}
            newProductId={newId()}
            start={await startOf(ctx, search)}
            format={formatStyleOf(shop)}
            seesCost={ctx.permissions.has("product.cost")}
            categories={categoryOptions(categories)}
            taxRates={taxRates}
            rates={rates}
            customFields={customFields}
          />
        </ClientMessages>
      </PageBody>
    </>
  );
}

/** What the address brings along: a name that was searched, a code that was scanned, or a product to copy, whose codes stay its own. */
async function startOf(ctx: Context, { name, code, from }: Record<string, string | string[] | undefined>): Promise<Partial<ProductView>> {
  const model = typeof from === "string" ? await getProduct(ctx, ctx.db, from) : null;
  if (model) return { ...model, sku: "", barcodes: [], packs: [] };
  return {
    ...(typeof name === "string" ? { name: name.slice(0, 200) } : {}),
    ...(typeof code === "string" && code !== "" ? { packs: [{ code: code.slice(0, 60), packSize: "1", unit: null }] } : {}),
  };
}
