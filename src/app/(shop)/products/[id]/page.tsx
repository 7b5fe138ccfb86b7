import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { formatMoney, formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { getProduct } from "@/modules/catalogue/queries/get-product.ts";
import { listMovements } from "@/modules/stock/queries/list-movements.ts";
import { MovementTable } from "@/modules/stock/ui/movement-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DescriptionList } from "@/ui/description-list.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

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
  const [shop, movements, t] = await Promise.all([getShop(ctx), listMovements(ctx, { productId: product.id, limit: 50 }), getTranslations("products")]);
  const style = formatStyleOf(shop);
  const facts = [
    { term: t("columns.price"), detail: product.salePrice === null ? t("unpriced") : formatPrice(product.salePrice, style) },
    ...(product.costPrice == null ? [] : [{ term: t("columns.cost"), detail: formatMoney(product.costPrice, style) }]),
    { term: t("columns.stock"), detail: formatQuantity(product.stock.onHand, product.unit, style) },
    { term: t("columns.sku"), detail: <span className="font-mono">{product.sku}</span> },
    { term: t("form.barcode"), detail: product.barcodes.join(", ") || "—" },
    { term: t("vat"), detail: formatPercent(trimZeros(product.taxRate), style) },
  ];
  return (
    <>
      <PageHeader title={product.name} back={{ href: "/products", label: t("title") }} />
      <PageBody width="wide">
        <div className="flex flex-col gap-8">
          <DescriptionList items={facts} />
          <MovementTable movements={movements.items} unit={product.unit} format={style} />
        </div>
      </PageBody>
    </>
  );
}
