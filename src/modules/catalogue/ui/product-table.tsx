import { getTranslations } from "next-intl/server";
import { formatPrice, formatQuantity } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import type { ProductView } from "../queries/product-view.ts";

interface ProductTableProps {
  products: readonly ProductView[];
  format: FormatStyle;
  seesCost: boolean;
}

export async function ProductTable({ products, format, seesCost }: ProductTableProps) {
  const t = await getTranslations("products");
  const price = (value: string | null | undefined) => (value == null ? t("unpriced") : formatPrice(value, format, { symbol: false }));
  const columns: Column<ProductView>[] = [
    { key: "name", header: t("columns.name"), cell: (product) => product.name, phone: "title" },
    { key: "sku", header: t("columns.sku"), cell: (product) => <span className="font-mono text-sm">{product.sku}</span>, phone: "detail" },
    { key: "stock", header: t("columns.stock"), cell: (product) => formatQuantity(product.stock.onHand, product.unit, format), numeric: true, phone: "note" },
    ...(seesCost ? [{ key: "cost", header: t("columns.cost"), cell: (product: ProductView) => price(product.costPrice), numeric: true }] : []),
    { key: "price", header: t("columns.price"), cell: (product) => price(product.salePrice), numeric: true, phone: "value" },
  ];
  return (
    <>
      <DataTable caption={t("title")} rows={products} rowKey={(product) => product.id} rowHref={(product) => `/products/${product.id}`} columns={columns} />
      <RowKeys nextLabel={t("nextRow")} previousLabel={t("previousRow")} />
    </>
  );
}
