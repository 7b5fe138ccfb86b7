import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { isUuid } from "@/kernel/id.ts";
import { getSupplier } from "@/modules/suppliers/queries/get-supplier.ts";
import { listSupplierProducts } from "@/modules/suppliers/queries/list-supplier-products.ts";
import { SupplierFacts } from "@/modules/suppliers/ui/supplier-facts.tsx";
import { SupplierForm } from "@/modules/suppliers/ui/supplier-form.tsx";
import { SupplierList } from "@/modules/suppliers/ui/supplier-list.tsx";
import { SupplierState } from "@/modules/suppliers/ui/supplier-state.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { RecordHistory } from "@/modules/tenancy/ui/record-history.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Shortcuts } from "@/ui/keys/shortcuts.tsx";
import { LinkButton } from "@/ui/link-button.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Pager } from "@/ui/pager.tsx";
import { TabLinks } from "@/ui/tab-links.tsx";

const PAGE_SIZE = 50;

interface SupplierPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const loadSupplier = cache(async (id: string) => {
  const ctx = await enterPage("supplier.read");
  const supplier = isUuid(id) ? await getSupplier(ctx.db, id) : null;
  return { ctx, supplier: supplier ?? notFound() };
});

export async function generateMetadata({ params }: SupplierPageProps): Promise<Metadata> {
  return { title: (await loadSupplier((await params).id)).supplier.name };
}

export default async function SupplierPage({ params, searchParams }: SupplierPageProps) {
  const { ctx, supplier } = await loadSupplier((await params).id);
  const { cursor, view } = await searchParams;
  const onlyGone = view === "gone";
  const [shop, listed, t] = await Promise.all([
    getShop(ctx),
    listSupplierProducts(ctx, supplier.id, { gone: onlyGone, limit: PAGE_SIZE, ...(typeof cursor === "string" ? { cursor } : {}) }),
    getTranslations("suppliers"),
  ]);
  if (!listed.ok) redirect(`/suppliers/${supplier.id}`);
  const format = formatStyleOf(shop);
  const mayWrite = ctx.permissions.has("supplier.write");
  const seesCost = ctx.permissions.has("product.cost");
  const loads = seesCost && supplier.isActive && ctx.permissions.has("product.import");
  const path = `/suppliers/${supplier.id}`;
  return (
    <ClientMessages namespaces={["suppliers"]}>
      <PageHeader
        title={supplier.name}
        back={{ href: "/suppliers", label: t("title") }}
        actions={<>{supplier.isActive ? null : <Badge tone="warning">{t("archived")}</Badge>}{ctx.permissions.has("purchase.read") ? <LinkButton href={`/suppliers/${supplier.id}/account`}>{t("account")}</LinkButton> : null}{loads ? <LinkButton id="load-list" kbd="L" href={`/products/import?supplier=${supplier.id}`}>{t("list.load")}</LinkButton> : null}{mayWrite ? <SupplierState tenantSlug={ctx.tenant.slug} id={supplier.id} isActive={supplier.isActive} /> : null}</>}
      />
      <PageBody>
        <div className="grid gap-x-12 gap-y-8 min-[108rem]:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
          {mayWrite ? <SupplierForm key={`${supplier.id} ${supplier.version}`} tenantSlug={ctx.tenant.slug} format={format} id={supplier.id} supplier={supplier} /> : <SupplierFacts supplier={supplier} format={format} />}
          <div className="flex flex-col gap-3">
            <TabLinks label={t("list.views")} items={[{ href: path, label: t("list.all"), current: !onlyGone }, { href: `${path}?view=gone`, label: t("list.onlyGone"), current: onlyGone }]} />
            <SupplierList tenantSlug={ctx.tenant.slug} supplierId={supplier.id} currency={supplier.currency} format={format} items={listed.value.items} mayWrite={mayWrite} seesCost={seesCost} onlyGone={onlyGone} />
            <Pager nextHref={listed.value.nextCursor === null ? undefined : `${path}?${onlyGone ? "view=gone&" : ""}cursor=${listed.value.nextCursor}`} />
          </div>
        </div>
        <RecordHistory ctx={ctx} entity="supplier" entityId={supplier.id} format={format} />
        {loads ? <Shortcuts items={[{ keys: "l", label: t("list.load"), clickId: "load-list" }]} /> : null}
      </PageBody>
    </ClientMessages>
  );
}
