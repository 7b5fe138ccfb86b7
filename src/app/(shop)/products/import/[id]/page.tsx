import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatPercent } from "@/kernel/format.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { trimZeros } from "@/kernel/decimal.ts";
import { listTaxRates } from "@/modules/catalogue/queries/list-tax-rates.ts";
import { getImport } from "@/modules/imports/queries/get-import.ts";
import { listImportRows } from "@/modules/imports/queries/list-import-rows.ts";
import { listRowsSchema } from "@/modules/imports/schema.ts";
import { ImportProgress } from "@/modules/imports/ui/import-progress.tsx";
import { ImportSteps } from "@/modules/imports/ui/import-steps.tsx";
import { MappingForm } from "@/modules/imports/ui/mapping-form.tsx";
import { RowTable } from "@/modules/imports/ui/row-table.tsx";
import { RowTabs } from "@/modules/imports/ui/row-tabs.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { ListReview } from "./list-review.tsx";

interface ImportPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadImport = cache(async (id: string) => {
  const ctx = await enterPage("product.import");
  const found = isUuid(id) ? await getImport(ctx, id) : null;
  return { ctx, view: found?.ok ? found.value : notFound() };
});

export async function generateMetadata({ params }: ImportPageProps): Promise<Metadata> {
  await enterPage("product.import");
  const [{ view }, t] = await Promise.all([loadImport((await params).id), getTranslations("imports.page")]);
  return { title: view.fileName || t("pasted") };
}

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  await enterPage("product.import");
  const [{ ctx, view }, search, t] = await Promise.all([loadImport((await params).id), searchParams, getTranslations("imports")]);
  const asked = listRowsSchema.safeParse({ verdict: search.verdict, cursor: search.cursor });
  const filter = asked.success ? asked.data : listRowsSchema.parse({});
  const showsRows = view.plan !== null && view.task !== "read";
  const [shop, rates, page] = await Promise.all([getShop(ctx), listTaxRates(ctx), showsRows ? listImportRows(ctx, view.id, filter) : null]);
  const style = formatStyleOf(shop);
  const rows = page?.ok ? page.value : { items: [], nextCursor: null };
  const next = rows.nextCursor === null ? undefined : `?${new URLSearchParams({ ...(filter.verdict ? { verdict: filter.verdict } : {}), cursor: rows.nextCursor })}`;
  const { tenant, permissions } = ctx;
  const mapping = view.canChoose && view.task === null && view.plan ? (
    <MappingForm key={JSON.stringify(view.plan.mapping) + view.plan.sheet + view.plan.headerRow} tenantSlug={tenant.slug} id={view.id} plan={view.plan} seesCost={permissions.has("product.cost")} isList={view.supplierId !== null} taxRates={rates.map((rate) => ({ value: trimZeros(rate), label: formatPercent(trimZeros(rate), style) }))} />
  ) : null;
  if (view.supplierId !== null && view.task === null && view.plan?.terms && permissions.has("product.cost")) return <ListReview ctx={ctx} view={view} supplierId={view.supplierId} terms={view.plan.terms} search={search} format={style} mapping={mapping} />;
  return (
    <>
      <PageHeader title={view.fileName || t("page.pasted")} back={{ href: "/products/import", label: t("page.title") }} />
      <PageBody width="wide">
        <ClientMessages namespaces={["imports"]}>
          {view.task === null ? <ImportSteps tenantSlug={tenant.slug} view={view} /> : <ImportProgress tenantSlug={tenant.slug} id={view.id} task={view.task} {...view.progress} />}
          {mapping}
        </ClientMessages>
        {showsRows ? (
          <section className="flex flex-col gap-3">
            <RowTabs view={view} current={filter.verdict} format={style} />
            {rows.items.length === 0 ? <p className="text-ink-3">{t("rows.none")}</p> : <RowTable rows={rows.items} format={style} customFields={view.plan?.customFields ?? []} />}
            <Pager nextHref={next} />
          </section>
        ) : null}
      </PageBody>
    </>
  );
}
