import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { findDuplicates } from "@/modules/merging/queries/find-duplicates.ts";
import { listMerges } from "@/modules/merging/queries/list-merges.ts";
import { TellApartButton } from "@/modules/merging/ui/tell-apart-button.tsx";
import { UndoMergeButton } from "@/modules/merging/ui/undo-merge-button.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { DataTable } from "@/ui/data-table.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { RowKeys } from "@/ui/keys/row-keys.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextLink } from "@/ui/text-link.tsx";

const LATEST = 20;

export async function generateMetadata(): Promise<Metadata> {
  await enterPage("product.write");
  return { title: (await getTranslations("products.merge"))("title") };
}

export default async function DuplicatesPage() {
  const ctx = await enterPage("product.write");
  const [shop, pairs, merges, t] = await Promise.all([getShop(ctx), findDuplicates(ctx), listMerges(ctx, { limit: LATEST }), getTranslations("products")]);
  const format = formatStyleOf(shop);
  return (
    <ClientMessages namespaces={["products"]}>
      <PageHeader title={t("merge.title")} count={String(pairs.length)} back={{ href: "/products", label: t("title") }} />
      <PageBody width="wide">
        {pairs.length === 0 ? <EmptyState title={t("merge.noneTitle")} text={t("merge.noneText")} /> : (
          <div>
            <p className="pb-4 text-ink-2">{t("merge.intro")}</p>
            <DataTable
              caption={t("merge.title")}
              rows={pairs}
              rowKey={({ products: [a, b] }) => `${a.id} ${b.id}`}
              rowHref={({ products: [a, b] }) => `/products/duplicates/compare?a=${a.id}&b=${b.id}`}
              columns={[
                { key: "first", header: t("merge.one"), cell: ({ products: [a] }) => <span>{a.name} <span className="font-mono text-2xs text-ink-3">{a.sku}</span></span>, phone: "title" },
                { key: "second", header: t("merge.other"), cell: ({ products: [, b] }) => <span>{b.name} <span className="font-mono text-2xs text-ink-3">{b.sku}</span></span>, phone: "detail" },
                { key: "reason", header: t("merge.why"), cell: ({ reason }) => <span className="text-ink-2">{t(`merge.reasons.${reason}`)}</span>, phone: "note" },
                { key: "apart", header: "", cell: ({ products: [a, b] }) => <span className="relative z-10"><TellApartButton tenantSlug={ctx.tenant.slug} products={[a, b]} size="sm" /></span>, phone: "below", width: "9rem" },
              ]}
            />
            <RowKeys nextLabel={t("nextRow")} previousLabel={t("previousRow")} />
          </div>
        )}
        {merges.length > 0 ? (
          <section className="flex flex-col gap-3">
            <h2 className="wide text-md font-bold">{t("merge.latest")}</h2>
            <ul className="flex flex-col">
              {merges.map((merge) => (
                <li key={merge.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
                  <span><TextLink href={`/products/${merge.absorbedId}`}>{merge.absorbedName}</TextLink> → <TextLink href={`/products/${merge.survivorId}`}>{merge.survivorName}</TextLink> <span className="text-sm text-ink-3">{formatDateTime(merge.at, format)}</span></span>
                  <UndoMergeButton tenantSlug={ctx.tenant.slug} id={merge.id} name={merge.absorbedName} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </PageBody>
    </ClientMessages>
  );
}
