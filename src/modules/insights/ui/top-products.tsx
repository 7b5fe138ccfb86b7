import { getTranslations } from "next-intl/server";
import { trimZeros } from "@/kernel/decimal.ts";
import { formatMoney, formatNumber } from "@/kernel/format.ts";
import type { FormatStyle } from "@/kernel/format-style.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import type { Figures } from "../queries/get-figures.ts";

/** What sold today, the most money first. */
export async function TopProducts({ products, format }: { products: Figures["topProducts"]; format: FormatStyle }) {
  const t = await getTranslations("home.top");
  if (products.length === 0) {
    return (
      <EmptyState title={t("empty")} text={t("emptyText")}>
        <LinkButton href="/pos" tone="primary">{t("sell")}</LinkButton>
      </EmptyState>
    );
  }
  return (
    <section>
      <h2 className="wide mb-2 text-md font-bold">{t("title")}</h2>
      <DataTable
        caption={t("title")}
        rows={products}
        rowKey={(product) => product.productId ?? product.name}
        rowHref={(product) => `/products/${product.productId}`}
        columns={[
          { key: "name", header: t("product"), cell: (product) => product.name, phone: "title" },
          { key: "quantity", header: t("quantity"), cell: (product) => formatNumber(trimZeros(product.quantity), format), numeric: true, phone: "detail" },
          { key: "total", header: t("total"), cell: (product) => formatMoney(product.total, format), numeric: true, phone: "value" },
        ]}
      />
    </section>
  );
}
