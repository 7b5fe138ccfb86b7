import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClientMessages } from "@/app/client-messages.tsx";
import { formatNumber, formatPrice } from "@/kernel/format.ts";
import { formatDateTime } from "@/kernel/format-date.ts";
import { formatStyleOf } from "@/kernel/format-style.ts";
import { getBatch, loadBatchRows } from "@/modules/labels/queries/get-batch.ts";
import { formatOf, labelsPerPage } from "@/modules/labels/rules/formats.ts";
import { pagesFor } from "@/modules/labels/rules/place-labels.ts";
import { MarkButton } from "@/modules/labels/ui/mark-button.tsx";
import { PaperButtons } from "@/modules/tenancy/ui/paper-buttons.tsx";
import { enterPage } from "@/modules/tenancy/enter-page.ts";
import { getShop } from "@/modules/tenancy/queries/get-shop.ts";
import { Badge } from "@/ui/badge.tsx";
import { Banner } from "@/ui/banner.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { PageBody } from "@/ui/page-body.tsx";
import { PageHeader } from "@/ui/page-header.tsx";

const SHOWN = 200;

const loadBatch = cache(async (id: string) => {
  const ctx = await enterPage("label.print");
  const batch = await getBatch(ctx.db, id);
  return { ctx, batch: batch ?? notFound() };
});

export async function generateMetadata({ params }: { params: Promise<{ id: string }> }): Promise<Metadata> {
  const { batch } = await loadBatch((await params).id);
  return { title: (await getTranslations("labels"))("batch.title", { count: batch.labels }) };
}

export default async function LabelBatchPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, batch } = await loadBatch((await params).id);
  const [shop, rows, t] = await Promise.all([getShop(ctx), loadBatchRows(ctx, batch.id, SHOWN), getTranslations("labels")]);
  const format = formatStyleOf(shop);
  const paper = formatOf(batch.layout.format);
  const facts = [t(`of.${batch.choice.kind}`), batch.listName, t(`formats.${batch.layout.format}`, { count: labelsPerPage(paper) }), formatDateTime(batch.createdAt, format), batch.by ? t("batch.by", { name: batch.by }) : null];
  return (
    <ClientMessages namespaces={["labels"]}>
      <PageHeader title={t("batch.title", { count: batch.labels })} back={{ href: "/labels/batches", label: t("tabs.history") }} actions={<Badge tone={batch.printedAt === null ? "warning" : "positive"}>{batch.printedAt === null ? t("batch.notPrinted") : t("batch.printed", { when: formatDateTime(batch.printedAt, format) })}</Badge>}>
        <p className="text-sm text-ink-2">{facts.filter(Boolean).join(" · ")}</p>
        <div className="flex flex-wrap items-center gap-2">
          <PaperButtons tenantSlug={ctx.tenant.slug} address={`/api/v1/back-office/labels/${batch.id}/pdf`} primary={batch.printedAt === null} />
          <MarkButton tenantSlug={ctx.tenant.slug} id={batch.id} again={batch.printedAt !== null} />
        </div>
      </PageHeader>
      <PageBody>
        {batch.printedAt === null ? <Banner tone="info">{t("batch.next")}</Banner> : null}
        <p className="num text-ink-2">{t(paper.medium === "roll" ? "onRoll" : "onSheets", { labels: formatNumber(String(batch.labels), format), count: pagesFor(paper, batch.layout.start, batch.labels) })}</p>
        <DataTable
          caption={t("toPrint")}
          rows={rows}
          rowKey={({ productId }) => productId}
          rowHref={({ productId }) => `/products/${productId}`}
          columns={[
            { key: "name", header: t("columns.product"), cell: ({ facts: { name, sku } }) => <><span className="block leading-5 break-words">{name}</span><span className="block font-mono text-2xs leading-4 font-normal text-ink-3">{sku}</span></>, phone: "block" },
            { key: "price", header: t("batch.frozen"), cell: ({ price }) => <span className="font-medium">{formatPrice(price, format, { symbol: false })}</span>, numeric: true, phone: "value" },
            { key: "copies", header: t("columns.copies"), cell: ({ copies }) => formatNumber(String(copies), format), numeric: true, phone: "note" },
          ]}
        />
        {batch.products > rows.length ? <p className="text-ink-2">{t("more", { count: batch.products - rows.length })}</p> : null}
      </PageBody>
    </ClientMessages>
  );
}
