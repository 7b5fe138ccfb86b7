import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatNumber } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { countProducts } from "@/modules/catalogue/queries/count-products.ts";
import { listCategories } from "@/modules/catalogue/queries/list-categories.ts";
import { listCustomFields } from "@/modules/catalogue/queries/list-custom-fields.ts";
import { listProducts } from "@/modules/catalogue/queries/list-products.ts";
import { onlyOptions } from "@/modules/catalogue/rules/only-options.ts";
import { exportSearch, listHref, onlyFilter, readListAddress } from "@/modules/catalogue/rules/list-address.ts";
import { allowedColumns, COLUMNS_COOKIE, readColumns } from "@/modules/catalogue/rules/product-columns.ts";
import { categoryOptions } from "@/modules/catalogue/rules/tree-order.ts";
import { IDLE_STATES, STATES } from "@/modules/catalogue/schema.ts";
import { BulkBar } from "@/modules/catalogue/ui/bulk-bar.tsx";
import { ColumnChoice } from "@/modules/catalogue/ui/column-choice.tsx";
import { EmptyCatalogue } from "@/modules/catalogue/ui/empty-catalogue.tsx";
import { ListFilters } from "@/modules/catalogue/ui/list-filters.tsx";
import { NothingFound } from "@/modules/catalogue/ui/nothing-found.tsx";
import { ProductTable } from "@/modules/catalogue/ui/product-table.tsx";
import { ProductViews } from "@/modules/catalogue/ui/product-views.tsx";
import { ProductsMenu } from "@/modules/catalogue/ui/products-menu.tsx";
import { SampleBanner } from "@/modules/catalogue/ui/sample-banner.tsx";
import { downloadWords } from "@/modules/tenancy/ui/download-words.ts";
import { FileDownload } from "@/modules/tenancy/ui/file-download.tsx";
import { listScopeOptions } from "@/modules/pricing/queries/list-scope-options.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TextLink } from "@/ui/text-link.tsx";

const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.read");
  return { title: (await getTranslations("products"))("title") };
}

export default async function ProductsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("product.read");
  const address = readListAddress(await searchParams);
  const { q, view, sort, categoryId, brand, supplierId, cursor } = address;
  const isIdle = IDLE_STATES.some((state) => state === view);
  const filter = { q, sort, limit: PAGE_SIZE, archived: isIdle, state: [...STATES, ...IDLE_STATES].find((state) => state === view), categoryId: categoryId ?? undefined, brand: brand ?? undefined, supplierId: supplierId ?? undefined, ...onlyFilter(address.only), cursor: cursor ?? undefined };
  const [shop, counts, categories, listed, { suppliers, brands, tags }, customFields, jar, t] = await Promise.all([getShop(ctx), countProducts(ctx), listCategories(ctx), listProducts(ctx, filter), listScopeOptions(ctx), listCustomFields(ctx.db), cookies(), getTranslations("products")]);
  // A cursor that is none of ours begins at the beginning.
  if (!listed.ok) redirect(listHref(address));
  const { items, nextCursor, corrected } = listed.value;
  const style = formatStyleOf(shop);
  const may = { write: ctx.permissions.has("product.write"), import: ctx.permissions.has("product.import"), sell: ctx.permissions.has("sale.register"), print: ctx.permissions.has("label.print"), price: ctx.permissions.has("price.change") };
  const sees = { cost: ctx.permissions.has("product.cost"), supplier: ctx.permissions.has("supplier.read") };
  const isEmpty = counts.active + counts.archived + counts.drafts === 0;
  const columns = readColumns(jar.get(COLUMNS_COOKIE)?.value, sees);
  const options = categoryOptions(categories);

  return (
    <ClientMessages namespaces={["products"]}>
      <PageHeader title={t("title")} count={formatNumber(String(counts.active), style)} actions={isEmpty ? null : <><FileDownload tenantSlug={ctx.tenant.slug} path="/api/v1/back-office/products/export" search={exportSearch(address)} words={await downloadWords()} /><ProductsMenu may={may} /></>}>
        {isEmpty ? null : (
          <>
            <div className="flex flex-wrap items-end gap-2">
              <ListFilters address={address} categories={options} suppliers={suppliers.map(({ id, name }) => ({ value: id, label: name }))} brands={brands.map((name) => ({ value: name, label: name }))} only={onlyOptions(tags, customFields, { yes: t("fields.yes"), no: t("fields.no"), tag: t("form.tags") })} />
              <ColumnChoice allowed={allowedColumns(sees)} chosen={columns} />
            </div>
            <ProductViews address={address} archivedCount={counts.archived} draftCount={counts.drafts} />
          </>
        )}
      </PageHeader>
      <PageBody width="wide">
        {isEmpty ? <EmptyCatalogue tenantSlug={ctx.tenant.slug} mayWrite={may.write} mayImport={may.import} maySell={may.sell} /> : null}
        {counts.samples > 0 && may.write ? <SampleBanner tenantSlug={ctx.tenant.slug} count={counts.samples} /> : null}
        {corrected ? <p role="status" className="text-ink-2">{t("corrected", { query: q.trim(), corrected })}</p> : null}
        {!isEmpty && items.length === 0 ? <NothingFound address={address} mayWrite={may.write} /> : null}
        {items.length > 0 ? (
          <div>
            <ProductTable products={items} columns={columns} address={address} format={style} mayWrite={may.write} mayAskWhy={ctx.permissions.has("stock.read")} />
            <Pager nextHref={nextCursor === null ? undefined : listHref(address, { cursor: nextCursor })} />
            {cursor ? <TextLink href={listHref(address)}>{t("firstPage")}</TextLink> : null}
            {may.write ? <BulkBar tenantSlug={ctx.tenant.slug} archived={isIdle} drafts={view === "draft"} categories={options} mayPrint={may.print} mayPrice={may.price} rowsKey={items.map(({ id }) => id).join()} /> : null}
          </div>
        ) : null}
      </PageBody>
    </ClientMessages>
  );
}
