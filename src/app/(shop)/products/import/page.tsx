import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { listImports } from "@/modules/imports/queries/list-imports.ts";
import { ImportTable } from "@/modules/imports/ui/import-table.tsx";
import { ImportUpload } from "@/modules/imports/ui/import-upload.tsx";
import { listSupplierNames } from "@/modules/suppliers/queries/list-supplier-names.ts";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

const LATEST = 20;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.import");
  return { title: (await getTranslations("imports.page"))("title") };
}

export default async function ImportPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await enterPage("product.import");
  const { supplier } = await searchParams;
  const [t, shop, imports, suppliers] = await Promise.all([getTranslations("imports.page"), getShop(ctx), listImports(ctx, LATEST), ctx.permissions.has("product.cost") ? listSupplierNames(ctx) : []]);
  return (
    <>
      <PageHeader title={t("title")} back={{ href: "/products", label: t("back") }} />
      <PageBody width="wide">
        <ClientMessages namespaces={["imports"]}>
          <ImportUpload tenantSlug={ctx.tenant.slug} suppliers={suppliers.map(({ id, name }) => ({ value: id, label: name }))} supplierId={suppliers.find(({ id }) => id === supplier)?.id} />
        </ClientMessages>
        {imports.length > 0 ? <ImportTable imports={imports} format={formatStyleOf(shop)} /> : null}
      </PageBody>
    </>
  );
}
