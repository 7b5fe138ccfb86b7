import { getTranslations } from "next-intl/server";
import { formatPrice } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import type { MissingLine } from "@/modules/suppliers/queries/list-missing.ts";
import { DataTable } from "@/ui/data-table.tsx";

/** What the supplier's last list had and this one has not. */
export async function GoneTable({ items, currency, format }: { items: readonly MissingLine[]; currency: string; format: FormatStyle }) {
  const t = await getTranslations("imports.list");
  return (
    <DataTable
      caption={t("tabGone")}
      rows={items}
      rowKey={({ productId }) => productId}
      rowHref={({ productId }) => `/products/${productId}`}
      columns={[
        { key: "product", header: t("product"), cell: ({ name }) => name, phone: "title" },
        { key: "code", header: t("code"), cell: ({ code, sku }) => <span className="font-mono text-sm">{code ?? sku}</span>, phone: "detail" },
        { key: "list", header: t("listPrice"), cell: ({ listPrice }) => (listPrice === null ? "" : formatPrice(listPrice, format, { currency })), numeric: true, phone: "value" },
      ]}
    />
  );
}
