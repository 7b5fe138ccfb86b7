import { getTranslations } from "next-intl/server";
import { formatPercent, formatPrice } from "@/kernel/format.ts";
import { formatDate } from "@/kernel/format-date.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import type { ProductView } from "../queries/product-view.ts";
import { listHref, type ListAddress } from "../rules/list-address.ts";
import { marginPercent } from "../rules/margin.ts";
import type { ProductColumn } from "../rules/product-columns.ts";
import { StockNumber } from "./stock-number.tsx";

interface ProductTableProps {
  products: readonly ProductView[];
  columns: readonly ProductColumn[];
  address: ListAddress;
  format: FormatStyle;
  /** Whether rows can be ticked. */
  mayWrite: boolean;
  /** Whether a stock number leads to what made it. */
  mayAskWhy: boolean;
}

export async function ProductTable({ products, columns: chosen, address, format, mayWrite, mayAskWhy }: ProductTableProps) {
  const t = await getTranslations("products");
  // What a question finds stands by rank.
  const sorted = address.q.trim() === "";
  const sortBy = (sort: ListAddress["sort"], other: ListAddress["sort"] = sort): Column<ProductView>["sort"] =>
    sorted ? { href: listHref(address, { sort: address.sort === sort ? other : sort }), direction: directionOf(address.sort, sort, other) } : undefined;
  const all: Readonly<Record<ProductColumn, Column<ProductView>>> = {
    category: { key: "category", header: t("columns.category"), cell: (product) => <span className="text-ink-2">{product.categoryName ?? ""}</span>, phone: "hidden" },
    supplier: { key: "supplier", header: t("columns.supplier"), cell: (product) => <span className="text-ink-2">{product.mainSupplier?.name ?? ""}</span>, phone: "hidden" },
    brand: { key: "brand", header: t("columns.brand"), cell: (product) => <span className="text-ink-2">{product.brand ?? ""}</span> },
    stock: { key: "stock", header: t("columns.stock"), cell: (product) => <StockNumber product={product} format={format} words={{ min: t("minimum") }} mayAskWhy={mayAskWhy} />, numeric: true, phone: "note" },
    cost: { key: "cost", header: t("columns.cost"), cell: (product) => (product.costPrice == null ? "" : formatPrice(product.costPrice, format, product.costCurrency === format.currency ? { symbol: false } : { currency: product.costCurrency })), numeric: true },
    margin: { key: "margin", header: t("columns.margin"), cell: (product) => <Margin product={product} format={format} />, numeric: true },
    price: { key: "price", header: t("columns.price"), cell: (product) => <Price product={product} format={format} unpriced={t("unpriced")} />, numeric: true, phone: "value", sort: sortBy("price", "-price") },
    updated: { key: "updated", header: t("columns.updated"), cell: (product) => <span className="text-ink-2">{formatDate(product.updatedAt, format)}</span>, numeric: true, sort: sortBy("-updated") },
  };
  const name: Column<ProductView> = { key: "name", header: t("columns.name"), cell: (product) => <Name product={product} />, phone: "block", sort: sortBy("name") };
  return (
    <>
      <DataTable
        caption={t("title")}
        rows={products}
        rowKey={(product) => product.id}
        rowHref={(product) => `/products/${product.id}`}
        columns={[name, ...chosen.map((column) => all[column])]}
        check={mayWrite ? { label: (product) => t("bulk.tickOne", { name: product.name }), allLabel: t("bulk.tickAll") } : undefined}
      />
      <RowKeys nextLabel={t("nextRow")} previousLabel={t("previousRow")} />
    </>
  );
}

function directionOf(current: string, sort: string, other: string): "asc" | "desc" | undefined {
  if (current !== sort && current !== other) return undefined;
  return current.startsWith("-") ? "desc" : "asc";
}

function Name({ product }: { product: ProductView }) {
  return (
    <>
      <span className="block leading-5 break-words">{product.name}</span>
      <span className="block text-2xs leading-4 font-normal text-ink-3">
        <span className="font-mono">{product.sku}</span>
        {product.variant ? ` · ${product.variant.familyName}` : ""}
      </span>
    </>
  );
}

function Price({ product, format, unpriced }: { product: ProductView; format: FormatStyle; unpriced: string }) {
  return product.salePrice === null ? <span className="font-normal text-warning">{unpriced}</span> : <span className="font-medium">{formatPrice(product.salePrice, format, { symbol: false })}</span>;
}

function Margin({ product: { salePrice, homeCost, taxRate }, format }: { product: ProductView; format: FormatStyle }) {
  if (salePrice === null || homeCost == null) return null;
  const margin = marginPercent({ salePrice, costPrice: homeCost, taxRate });
  return margin === null ? null : <span className={margin.startsWith("-") ? "text-negative" : "text-ink-2"}>{formatPercent(margin, format)}</span>;
}
