import { getTranslations } from "next-intl/server";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatPercent, formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DescriptionList } from "@/ui/description-list.tsx";
import type { ProductView } from "../queries/product-view.ts";
import { isUnit } from "../rules/units.ts";

/** A product for members who may look and not change. */
export async function ProductFacts({ product, format }: { product: ProductView; format: FormatStyle }) {
  const t = await getTranslations("products");
  const quantity = (value: string | null) => (value === null ? null : formatQuantity(value, product.unit, format));
  const facts = [
    { term: t("form.salePrice"), detail: product.salePrice === null ? t("unpriced") : <strong className="num text-lg">{formatPrice(product.salePrice, format)}</strong> },
    { term: t("form.costPrice"), detail: product.costPrice == null ? null : formatPrice(product.costPrice, format, { currency: product.costCurrency }) },
    { term: t("form.sku"), detail: <span className="font-mono">{product.sku}</span> },
    { term: t("form.barcode"), detail: product.barcodes.length > 0 ? <span className="font-mono">{product.barcodes.join(", ")}</span> : null },
    { term: t("form.category"), detail: product.categoryName },
    { term: t("form.brand"), detail: product.brand },
    { term: t("form.unit"), detail: isUnit(product.unit) ? t(`units.${product.unit}`) : product.unit },
    { term: t("form.taxRate"), detail: formatPercent(trimZeros(product.taxRate), format) },
    { term: t("form.minStock"), detail: quantity(product.minStock) },
    { term: t("form.description"), detail: product.description },
  ];
  return <DescriptionList items={facts.filter(({ detail }) => detail !== null)} />;
}
