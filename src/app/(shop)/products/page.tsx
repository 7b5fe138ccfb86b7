import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { countProducts } from "@/modules/catalogue/queries/count-products.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { EmptyCatalogue } from "@/modules/catalogue/ui/empty-catalogue.tsx";
import { ProductSearch } from "@/modules/catalogue/ui/product-search.tsx";
import { ProductTable } from "@/modules/catalogue/ui/product-table.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { EmptyState } from "@/ui/empty-state.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.read");
  return { title: (await getTranslations("products"))("title") };
}

export default async function ProductsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("product.read");
  const [search, shop, t] = await Promise.all([searchParams, getShop(ctx), getTranslations("products")]);
  const q = typeof search.q === "string" ? search.q.slice(0, 200) : "";
  const cursor = typeof search.cursor === "string" ? search.cursor : undefined;
  const filter = { q, archived: false, sort: "name" as const, limit: 50 };
  const [listed, { active: total }] = await Promise.all([listProducts(ctx, { ...filter, cursor }), countProducts(ctx)]);
  // A cursor that is none of ours begins at the beginning.
  if (!listed.ok) redirect("/products");
  const page = listed.value;
  const mayWrite = ctx.permissions.has("product.write");
  const next = page.nextCursor === null ? undefined : `/products?${new URLSearchParams({ ...(q ? { q } : {}), cursor: page.nextCursor })}`;

  return (
    <>
      <PageHeader title={t("title")} count={String(total)} actions={mayWrite && total > 0 ? <LinkButton href="/products/new" tone="primary" kbd="N">{t("new")}</LinkButton> : null}>
        {total > 0 ? <ProductSearch q={q} /> : null}
      </PageHeader>
      <PageBody width="wide">
        {total === 0 ? <EmptyCatalogue mayWrite={mayWrite} /> : null}
        {total > 0 && page.items.length === 0 ? (
          <EmptyState title={t("nothing", { query: q })}>
            <LinkButton href="/products">{t("clear")}</LinkButton>
          </EmptyState>
        ) : null}
        {page.items.length > 0 ? <ProductTable products={page.items} format={formatStyleOf(shop)} seesCost={ctx.permissions.has("product.cost")} /> : null}
        {next ? <Pager nextHref={next} /> : null}
      </PageBody>
    </>
  );
}
