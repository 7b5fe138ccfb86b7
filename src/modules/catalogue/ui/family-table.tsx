import { getTranslations } from "next-intl/server";
import { formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { Badge } from "@/ui/badge.tsx";
import { DataTable, type Column } from "@/ui/data-table.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import type { FamilyView } from "../queries/get-family.ts";
import type { ProductView } from "../queries/product-view.ts";
import { FamilyLeave } from "./family-leave.tsx";
import { StockNumber } from "./stock-number.tsx";

/** The variants of a family, a column per attribute, in the order of their measures. `tenantSlug` for members who may take one out. */
export async function FamilyTable({ family, format, tenantSlug, mayAskWhy }: { family: FamilyView; format: FormatStyle; tenantSlug: string | null; mayAskWhy: boolean }) {
  const t = await getTranslations("products");
  const columns: Column<ProductView>[] = [
    ...family.attributes.map((name, i): Column<ProductView> => ({ key: `value-${i}`, header: name, cell: ({ variant }) => <span className="font-medium">{variant?.values[i]?.value}</span>, phone: i === 0 ? "title" : "detail" })),
    { key: "sku", header: t("form.sku"), cell: ({ sku, isActive }) => <span className="flex items-center gap-2"><span className="font-mono text-ink-2">{sku}</span>{isActive ? null : <Badge tone="warning">{t("archived")}</Badge>}</span> },
    { key: "barcode", header: t("form.barcode"), cell: ({ barcodes }) => <span className="font-mono text-ink-2">{barcodes.join(", ")}</span> },
    { key: "stock", header: t("columns.stock"), cell: (product) => <StockNumber product={product} format={format} words={{ min: t("minimum") }} mayAskWhy={mayAskWhy} />, numeric: true, phone: "note" },
    { key: "price", header: t("columns.price"), cell: ({ salePrice }) => (salePrice === null ? <span className="text-warning">{t("unpriced")}</span> : formatPrice(salePrice, format, { symbol: false })), numeric: true, phone: "value" },
    ...(tenantSlug === null ? [] : [{ key: "leave", header: "", cell: ({ id, name, variant }: ProductView) => <span className="relative z-10"><FamilyLeave tenantSlug={tenantSlug} product={{ id, name }} place={{ familyId: family.id, values: variant?.values.map(({ value }) => value) ?? [] }} /></span>, phone: "below" as const, width: "6rem" }]),
  ];
  return (
    <>
      <DataTable caption={family.name} rows={family.variants} rowKey={({ id }) => id} rowHref={({ id }) => `/products/${id}`} columns={columns} />
      <RowKeys nextLabel={t("nextRow")} previousLabel={t("previousRow")} />
    </>
  );
}
